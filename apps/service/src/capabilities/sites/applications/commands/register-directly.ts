import type { Tx } from '@stazhirovka/db';
import { fixedTheme, wayIn } from '@stazhirovka/domain/sites';
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
};

/**
 * Registers an organisation where the regulation has no application or names it itself (R15): its way to the act begins
 * at once. Statements of eligibility are proved by the keeper (R17). Answers with the id.
 */
export async function registerDirectly(ctx: Ctx, registration: Registration): Promise<string> {
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
	const known = await organisationsIn(tx, regionId, [given.organisationId]);
	const asksDates = status.term.kind === 'bound_to_programme';
	const { programme } = given;
	return [
		...fault(!known.has(given.organisationId), 'organisationId', 'organisation.missing'),
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
	const values = {
		regionId: rules.regionId,
		regulationVersionId: rules.versionId,
		organisationId: given.organisationId,
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
	const named = { regulation: profile.key, organisationId: given.organisationId };
	await record(tx, ctx, 'application.registered', { id }, named);
	return id;
}
