import type { DecisionDesk, listCandidates } from '@stazhirovka/contract/sites';
import type { Output } from '@stazhirovka/contract/endpoint';
import { dayAfter, latest } from '@stazhirovka/domain/calendar';
import {
	begunOn,
	earlyGrounds,
	endsOnActDay,
	freeCode,
	mayLastLonger,
	silentParts,
	statusOn,
	terminationDemands,
	termRule,
	type SiteStatus,
	type StatusPeriod
} from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../shell/context.ts';
import { localDay } from '@stazhirovka/domain/calendar';
import { missing } from '../../../shell/errors.ts';
import { today } from '../../../shell/today.ts';
import { cohortsAfter } from '../../cohorts/index.ts';
import { keepsCouncil, terminationFacts } from '../../councils/index.ts';
import { keptRegions, rulesOf, rulesOn, type Rules } from '../../regulations/index.ts';
import { enterSite } from '../access.ts';
import * as queries from './queries.ts';
import { codesLike } from '../site-store.ts';
import { candidatesOf } from './granting-store.ts';
import { awaitsAct, datesOf, offerOf } from './granting.ts';
import { historyOf, statusPeriodsOf, statusPeriodsOfAll } from './status-store.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** The regions whose register the person keeps. */
async function keptIds({ db, actor }: Reader): Promise<string[]> {
	return (await keptRegions(db, actor)).map(({ id }) => id);
}

/** Applications that wait for nothing but an act, by their regulation; terms are offered for an act of this day. */
export async function listWaiting(ctx: Reader, on?: string): Promise<Output<typeof listCandidates>> {
	const signedOn = on ?? today(ctx.now);
	const rows = await candidatesOf(ctx.db, await keptIds(ctx));
	const starts = [...new Set(rows.map(({ organisation }) => freeCode(organisation, new Set())))];
	const taken = new Set(await codesLike(ctx.db, starts));

	const renewed = await statusPeriodsOfAll(
		ctx.db,
		rows.flatMap(({ siteId }) => siteId ?? [])
	);
	const groups = Map.groupBy(rows, ({ regulationVersionId }) => regulationVersionId);
	const told = [];
	for (const [versionId, applications] of groups) {
		const { profile, missing: gaps } = (await rulesOf(ctx.db, versionId)) ?? missing('regulation');
		const candidates = applications
			.filter((row) => awaitsAct(profile, row))
			.map((row) => ({
				applicationId: row.id,
				...{ revision: row.revision, title: row.title, theme: row.theme, organisation: row.organisation },
				offer: offerOf(profile, beginsOn(signedOn, renewed.get(row.siteId ?? '')), datesOf(row)),
				code: row.siteCode ?? codeFor(row.organisation, taken),
				leaderEmail: row.direct ? null : row.authorEmail
			}));
		if (candidates.length) told.push({ ...headOf(profile, gaps), candidates });
	}
	return told;
}

/** A new term of a site begins after the one before. */
function beginsOn(signedOn: string, periods: StatusPeriod[] = []): string {
	const last = latest(...periods.map(({ lastDay }) => lastDay));
	return last < signedOn ? signedOn : dayAfter(last);
}

function headOf(profile: Rules['profile'], gaps: Rules['missing']) {
	return {
		regulation: { key: profile.key, title: profile.short_title },
		actKind: profile.status.act,
		issuer: profile.status.granted_by,
		approvesList: profile.status.approves_list === true,
		silent: silentParts(gaps)
	};
}

/** A free code, which is free no more for those who come after. */
function codeFor(organisation: string, taken: Set<string>): string {
	const code = freeCode(organisation, taken);
	taken.add(code);
	return code;
}

/** What may be decided about a site today, by which rules, and whom it touches. */
export async function readDesk(ctx: Reader, id: string): Promise<DecisionDesk> {
	const site = await enterSite(ctx.db, ctx.actor, id, 'keeper');
	const day = localDay(ctx.now(), site.timeZone);
	const [rules, periods, history] = await Promise.all([
		rulesOn(ctx.db, site.regulationKey, day),
		statusPeriodsOf(ctx.db, id),
		historyOf(ctx.db, id)
	]);
	const status = statusOn(periods, day);
	const begun = begunOn(history, day);
	const lastDay = lastDayOn(periods, day);
	const longer =
		rules && begun && lastDay ? mayLastLonger(termRule(rules.profile, begun, null), lastDay) : false;
	const recorded = await terminationFacts(ctx.db, id, begun ?? day);

	return {
		site: {
			id,
			title: site.title,
			organisation: await queries.organisationTitle(ctx.db, site.organisationId)
		},
		status,
		lastDay,
		...(rules ? rulesView(rules.profile) : NO_RULES),
		recorded,
		councilKept: rules !== undefined && (await keepsCouncil(ctx.db, rules.regulationId)),
		longest: rules && begun ? offerOf(rules.profile, begun, null) : null,
		cohorts: await cohortsAfter(ctx.db, id, day),
		can: mayBeDecided(rules ? status : null, longer)
	};
}

function rulesView(profile: Rules['profile']) {
	const { status, termination } = profile;
	return {
		regulation: { key: profile.key, title: profile.short_title },
		actKind: status.act,
		terminationActKind: termination.act ?? status.act,
		issuer: status.granted_by,
		decidedBy: termination.decided_by,
		proposedBy: termination.on_submission_of ?? null,
		grounds: earlyGrounds(profile).map(({ code, text }) => ({ code, text })),
		needs: terminationDemands(profile),
		effectiveFrom: termination.effective_from ?? null,
		fromActDay: endsOnActDay(profile)
	};
}

const NO_RULES = {
	...{ regulation: null, actKind: null, terminationActKind: null, issuer: null, decidedBy: null },
	...{ proposedBy: null, grounds: [], needs: { minutes: false, proposal: false }, fromActDay: false },
	effectiveFrom: null
};

/** `longer`: the regulation lets the term last longer than it does. */
function mayBeDecided(status: SiteStatus | null, longer: boolean) {
	const lasts = status === 'active' || status === 'suspended';
	return {
		extend: lasts && longer,
		suspend: status === 'active',
		resume: status === 'suspended',
		terminate: lasts
	};
}

function lastDayOn(periods: StatusPeriod[], day: string): string | null {
	const { lastDay } = periods.findLast(({ from }) => from <= day) ?? { lastDay: null };
	return lastDay;
}
