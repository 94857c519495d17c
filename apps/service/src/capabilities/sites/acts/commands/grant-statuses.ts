import type { GivenAct } from '@stazhirovka/contract/sites';
import type { Tx } from '@stazhirovka/db';
import {
	grantFaults,
	moveApplication,
	operatorAmong,
	zoneOfSubject,
	type DecisionFault
} from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, faulty, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { giveGrant, personByEmail } from '../../../accounts/index.ts';
import { reviewFacts } from '../../../councils/index.ts';
import { rulesOf, type Rules } from '../../../regulations/index.ts';
import { allowKeeper } from '../../access.ts';
import { titleOfRegion } from '../act-store.ts';
import { registerAct } from '../acts.ts';
import { moveTo } from '../../applications/moves.ts';
import * as store from '../granting-store.ts';
import { datesOf, evidenceOf } from '../granting.ts';
import { insertSite } from '../../site-store.ts';
import { historyOf, lockSite, writeDecision } from '../status-store.ts';

export type Grant = {
	applicationId: string;
	revision: number;
	from: string;
	lastDay: string;
	code: string;
	leaderEmail: string | null;
};
type Named = Grant & { row: store.CandidateRow; rules: Rules; leaderId: string | null };
type Fault = { field: string; code: string };

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
		const [{ regionId } = missing('application')] = named.map(({ row }) => row);
		const faults = (await Promise.all(named.map((grant, n) => faultsOf(tx, act, grant, n)))).flat();
		if (faults.length) faulty('status.faulty', { faults });

		const actId = await registerAct(tx, ctx, regionId, act);
		const sites: string[] = [];
		for (const grant of named)
			sites.push(await grantOne(tx, ctx, { id: actId, signedOn: act.signedOn }, grant));
		return { actId, sites };
	});
}

/** The applications as they are now, held; each of a region that the person keeps, or there is none. */
async function name(tx: Tx, ctx: Ctx, grants: Grant[]): Promise<Named[]> {
	const rows = await store.lockCandidates(
		tx,
		grants.map(({ applicationId }) => applicationId)
	);
	const named: Named[] = [];
	for (const grant of grants) {
		const row = rows.find(({ id }) => id === grant.applicationId) ?? missing('application');
		allowKeeper(ctx.actor, row.regionId, 'application');
		if (row.revision !== grant.revision) conflict('application', { title: row.title });
		const rules = (await rulesOf(tx, row.regulationVersionId)) ?? missing('regulation');
		// How an expertise ended is told with the other faults, at its place in the list.
		settle(moveApplication(rules.profile, { state: row.state, reviewResult: null }, 'grant'));
		const email = grant.leaderEmail?.trim();
		const leaderId = email ? ((await personByEmail(tx, email)) ?? null) : null;
		named.push({ ...grant, row, rules, leaderId });
	}
	return named;
}

async function faultsOf(tx: Tx, act: GivenAct, grant: Named, n: number): Promise<Fault[]> {
	const { row, rules, from, lastDay } = grant;
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
		...(unknown ? [{ code: 'person.unknown', field: `grants.${n}.leaderEmail` }] : [])
	];
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
	await lockSite(tx, siteId);
	const by = { decidedBy: ctx.actor.personId, createdAt: ctx.now() };
	const decision = { kind: 'grant', fromDay: from, lastDay, regulationVersionId: rules.versionId } as const;
	await writeDecision(tx, { siteId, actId, ...decision, basis: await basisOf(tx, row.id), ...by });
	const granted = { siteId, decidedAt: ctx.now() };
	await moveTo(tx, ctx, { ...row, rules }, 'grant', granted, { siteId, actId });
	const scope = { kind: 'site', id: siteId } as const;
	if (grant.leaderId) await giveGrant(tx, ctx, { personId: grant.leaderId, role: 'leader', scope });

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
	const timeZone = zoneOfSubject((await titleOfRegion(tx, regionId)) ?? missing('region'));
	const values = { regionId, organisationId, operatorId, title, theme, code, timeZone };
	const siteId = await insertSite(tx, { ...values, regulationKey: rules.profile.key });
	if (!siteId) return faulty('site.code_taken', { field: 'code', code });
	await record(tx, ctx, 'site.entered', { id: siteId }, { title, organisationId });

	const minutes = row.networkMinutes;
	await store.copyMembers(tx, { applicationId: row.id, siteId, joinedOn: from, minutes });
	return siteId;
}
