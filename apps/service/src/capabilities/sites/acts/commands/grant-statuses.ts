import type { GivenAct } from '@stazhirovka/contract/sites';
import type { Tx } from '@stazhirovka/db';
import {
	grantFaults,
	moveApplication,
	operatorAmong,
	type DecisionFault,
	type ThemeOfSite
} from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, faulty, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { peopleByEmail } from '../../../accounts/index.ts';
import { reviewFacts } from '../../../councils/index.ts';
import { rulesOfAll, type Rules } from '../../../regulations/index.ts';
import { allowKeeper } from '../../access.ts';
import { zoneOfRegion } from '../act-store.ts';
import { registerAct } from '../acts.ts';
import { nameLeader } from '../../leaders/leading.ts';
import { moveTo } from '../../applications/moves.ts';
import * as store from '../granting-store.ts';
import { datesOf, evidenceOf } from '../granting.ts';
import { findSite, insertSite, lockOrganisation } from '../../site-store.ts';
import { historyOf, lockSite, writeDecision } from '../status-store.ts';
import { themeTaken } from '../theme-taken.ts';

export type Grant = {
	applicationId: string;
	revision: number;
	from: string;
	lastDay: string;
	code: string;
	leaderEmail: string | null;
};
type Named = Grant & { row: store.CandidateRow; rules: Rules; leaderId: string | null };
type Fault = { field: string; code: string; limit?: string; title?: string };

/**
 * Grants the status by one act to one site or a list of them (R3–R11, R15): all of it or nothing. The only way to an
 * active status but for what was registered on paper before. Answers with the act and the sites in their order.
 */
export async function grantStatuses(
	ctx: Ctx,
	{ act, grants }: { act: GivenAct; grants: Grant[] }
): Promise<{ actId: string; sites: string[] }> {
	return ctx.db.transaction(async (tx) => {
		const named = await name(tx, ctx, grants);
		await holdPlaces(tx, named);
		const [{ regionId } = missing('application')] = named.map(({ row }) => row);
		const faults = (await Promise.all(named.map((_, n) => faultsOf(tx, act, named, n)))).flat();
		if (faults.length) faulty('status.faulty', { faults });

		const actId = await registerAct(tx, ctx, regionId, act);
		const sites: string[] = [];
		for (const grant of named)
			sites.push(await grantOne(tx, ctx, { id: actId, signedOn: act.signedOn }, grant));
		return { actId, sites };
	});
}

/**
 * The applications as they are now, held; each of a region that the person keeps, or there is none. Rules and accounts
 * are asked for once for the whole act, however long its list is.
 */
async function name(tx: Tx, ctx: Ctx, grants: Grant[]): Promise<Named[]> {
	const rows = await store.lockCandidates(
		tx,
		grants.map(({ applicationId }) => applicationId)
	);
	const [rulesOf, personBy] = await Promise.all([
		rulesOfAll(tx, [...new Set(rows.map(({ regulationVersionId }) => regulationVersionId))]),
		peopleByEmail(
			tx,
			grants.flatMap(({ leaderEmail }) => leaderEmail ?? [])
		)
	]);
	return grants.map((grant) => {
		const row = rows.find(({ id }) => id === grant.applicationId) ?? missing('application');
		allowKeeper(ctx.actor, row.regionId, 'application');
		if (row.revision !== grant.revision) conflict('application', { title: row.title });
		const rules = rulesOf.get(row.regulationVersionId) ?? missing('regulation');
		// How an expertise ended is told with the other faults, at its place in the list.
		settle(moveApplication(rules.profile, { state: row.state, reviewResult: null }, 'grant'));
		return { ...grant, row, rules, leaderId: personBy(grant.leaderEmail ?? '') ?? null };
	});
}

async function faultsOf(tx: Tx, act: GivenAct, named: Named[], n: number): Promise<Fault[]> {
	const grant = named[n] ?? missing('application');
	const { row, rules, from, lastDay } = grant;
	const title = await themeTaken(tx, { ...row, from, lastDay }, asSites(named.slice(0, n), row));
	const site = row.siteId ? await findSite(tx, row.siteId) : undefined;
	const moved = site !== undefined && site.organisationId !== row.organisationId;
	const found = grantFaults(rules.profile, {
		act,
		history: row.siteId ? await historyOf(tx, row.siteId) : [],
		...{ from, lastDay, theme: row.theme },
		programme: datesOf(row),
		evidence: evidenceOf(row)
	});
	const unknown = grant.leaderEmail?.trim() && !grant.leaderId;
	return [
		...found.map((fault) => ({ ...fault, field: placeOf(fault, n), title: row.title })),
		...(title === null
			? []
			: [{ code: 'status.theme_taken', field: `grants.${n}`, limit: title, title: row.title }]),
		...(moved ? [{ code: 'status.other_organisation', field: `grants.${n}`, title: row.title }] : []),
		...(unknown ? [{ code: 'person.unknown', field: `grants.${n}.leaderEmail` }] : [])
	];
}

/** What is decided about one site or given to one organisation goes one after the other; sites before organisations. */
async function holdPlaces(tx: Tx, named: Named[]): Promise<void> {
	const sites = new Set(named.flatMap(({ row }) => row.siteId ?? []));
	for (const id of [...sites].sort()) await lockSite(tx, id);
	const organisations = new Set(named.map(({ row }) => row.organisationId));
	for (const id of [...organisations].sort()) await lockOrganisation(tx, id);
}

/** Grants of the same list to the same organisation: they take their themes as sites do. */
function asSites(named: Named[], { organisationId }: store.CandidateRow): ThemeOfSite[] {
	return named
		.filter(({ row }) => row.organisationId === organisationId)
		.map(({ row: { theme, title }, from, lastDay }) => ({
			...{ theme, title, periods: [{ state: 'active', from, lastDay, terminated: false }] }
		}));
}

function placeOf({ field, code }: DecisionFault, n: number): string {
	if (code === 'status.wrong_act') return 'act.kind';
	return field === 'from' || field === 'lastDay' ? `grants.${n}.${field}` : `grants.${n}`;
}

async function grantOne(
	tx: Tx,
	ctx: Ctx,
	{ id: actId, signedOn }: { id: string; signedOn: string },
	grant: Named
): Promise<string> {
	const { row, rules, from, lastDay } = grant;
	const siteId = row.siteId ?? (await makeSite(tx, ctx, grant));
	if (!row.siteId) await lockSite(tx, siteId);
	const by = { decidedBy: ctx.actor.personId, createdAt: ctx.now() };
	const decision = { kind: 'grant', fromDay: from, lastDay, regulationVersionId: rules.versionId } as const;
	await writeDecision(tx, { siteId, actId, ...decision, basis: await basisOf(tx, row.id), ...by });
	const granted = { siteId, decidedAt: ctx.now() };
	await moveTo(tx, ctx, { ...row, rules }, 'grant', granted, { siteId, actId });
	// A new site is led from the act on, so that it can be prepared; one that works already, from its new term.
	const first = row.siteId ? from : signedOn;
	const site = (await findSite(tx, siteId)) ?? missing('site');
	if (grant.leaderId) await nameLeader(tx, ctx, site, { personId: grant.leaderId, from: first, actId });

	const told = { actId, kind: 'grant', from, lastDay, signedOn };
	await record(tx, ctx, 'site.status_decided', { id: siteId }, told);
	return siteId;
}

/** The minutes and the представление on the way, where there were any. */
async function basisOf(tx: Tx, applicationId: string) {
	const { minutes, proposal } = await reviewFacts(tx, applicationId);
	return { ...(minutes && { minutes }), ...(proposal && { proposal }) };
}

async function makeSite(tx: Tx, ctx: Ctx, { row, rules, code, from }: Named): Promise<string> {
	const { regionId, organisationId, title, theme } = row;
	const operators = await store.operatorsOf(tx, regionId);
	const operatorId = operatorAmong(rules.profile.operator.title, operators)?.id ?? null;
	const timeZone = await zoneOfRegion(tx, regionId);
	const values = { regionId, organisationId, operatorId, title, theme, code, timeZone };
	const siteId = await insertSite(tx, { ...values, regulationKey: rules.profile.key });
	if (!siteId) return faulty('site.code_taken', { field: 'code', code });
	await record(tx, ctx, 'site.entered', { id: siteId }, { title, theme, organisationId });

	const minutes = row.networkMinutes;
	await store.copyMembers(tx, { applicationId: row.id, siteId, joinedOn: from, minutes });
	return siteId;
}
