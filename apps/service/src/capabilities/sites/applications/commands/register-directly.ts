import type { Tx } from '@stazhirovka/db';
import { fixedTheme, networkFaults, wayIn, type NetworkMember } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, fail, faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import type { Rules } from '../../../regulations/index.ts';
import { organisationsIn } from '../queries.ts';
import * as store from '../store.ts';
import { enterRules } from '../../kept-rules.ts';
import { today } from '../../../../shell/today.ts';

type Registration = {
	regulation: string;
	organisationId: string;
	isNamed: boolean;
	title: string;
	theme: string;
	programme: { from: string; to: string } | null;
	evidence: string[];
	members: NetworkMember[];
	minutes: string;
};

/**
 * Registers an organisation where the regulation has no application or names it itself (R15): its way to the act begins
 * at once. Statements of eligibility are proved by the keeper (R17). Answers with the id.
 */
export async function registerDirectly(ctx: Ctx, given: Registration): Promise<string> {
	// One alone is no network and leads itself.
	const registration = { ...given, members: given.members.length > 1 ? given.members : [] };
	return ctx.db.transaction(async (tx) => {
		const day = today(ctx.now);
		const rules = await enterRules(tx, ctx.actor, { key: registration.regulation, day });
		if (wayIn(rules.profile) !== 'direct') fail('refused', 'application.needs_application');

		const faults = await faultsIn(tx, rules, registration);
		if (faults.length) faulty('request.malformed', { faults });
		return write(tx, ctx, rules, registration);
	});
}

async function faultsIn(tx: Tx, { profile, regionId }: Rules, given: Registration) {
	const { host, status } = profile;
	const { organisationId, members, minutes } = given;
	const known = await organisationsIn(tx, regionId, [
		organisationId,
		...members.map((member) => member.organisationId)
	]);
	const standing = members.length ? members : [{ organisationId, isLead: true }];
	const within = standing.some((member) => member.organisationId === organisationId);
	const asksDates = status.term.kind === 'bound_to_programme';
	const { programme } = given;
	return [
		...fault(!known.has(organisationId), 'organisationId', 'organisation.missing'),
		...fault(
			members.some((member) => !known.has(member.organisationId)),
			'members',
			'network.unknown_member'
		),
		...fault(!within, 'members', 'network.without_own'),
		...networkFaults(profile, standing, minutes !== '').map(({ code, field }) => ({ code, field })),
		...fault(host.scope === 'named_organisation' && !given.isNamed, 'isNamed', 'application.not_named'),
		...fault(!(fixedTheme(profile) ?? given.theme.trim()), 'theme', 'application.theme_missing'),
		...fault(asksDates && !programme, 'programme.from', 'value.missing'),
		...fault(asksDates && programme !== null && programme.to < programme.from, 'programme.to', 'value.wrong'),
		...host.eligibility.flatMap((_, position) =>
			fault(!given.evidence[position]?.trim(), `evidence.${position}`, 'value.missing')
		)
	];
}

function fault(is: boolean, field: string, code: string) {
	return is ? [{ field, code }] : [];
}

async function write(tx: Tx, ctx: Ctx, rules: Rules, given: Registration): Promise<string> {
	const { profile } = rules;
	const lead = given.members.find(({ isLead }) => isLead)?.organisationId ?? given.organisationId;
	const values = {
		regionId: rules.regionId,
		regulationVersionId: rules.versionId,
		organisationId: lead,
		networkMinutes: given.members.length ? given.minutes : null,
		direct: true,
		state: 'complete' as const,
		title: given.title,
		theme: fixedTheme(profile) ?? given.theme,
		programmeFrom: given.programme?.from ?? null,
		programmeTo: given.programme?.to ?? null,
		createdBy: ctx.actor.personId,
		createdAt: ctx.now()
	};
	const id = await store.insertApplication(tx, values);
	if (!id) return (await store.findBegun(tx, values)) ?? conflict('application');

	const statements = profile.host.eligibility.map((_, position) => ({
		position,
		confirmed: true,
		evidence: given.evidence[position] ?? '',
		fileIds: []
	}));
	await store.putStatements(tx, id, statements);
	await store.putMembers(tx, id, given.members);
	const named = { regulation: profile.key, organisationId: lead };
	await record(tx, ctx, 'application.registered', { id }, named);
	return id;
}
