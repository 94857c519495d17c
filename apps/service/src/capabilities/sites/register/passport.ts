import type { SiteBlock, SitePassport } from '@stazhirovka/contract/sites';
import type { Database } from '@stazhirovka/db';
import { membersOn, standingOn } from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Deps } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { rulesOf, rulesOn } from '../../regulations/index.ts';
import { publicScans } from '../acts/scans.ts';
import type { ListDay } from '../day-queries.ts';
import { leadersOn } from '../leaders/reading.ts';
import { actsIn, decisionsOf, membershipsOf, type DecisionRow } from '../history-queries.ts';
import { cohortsOf, findHead, programmesOf, type SiteHead } from './passport-queries.ts';
import { toDecision, toRules, toStanding, type Known } from './view.ts';

/** A site's passport on a day, today where it is unless told. What no act has ever spoken of is not public (R3). */
export async function readPassport(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	id: string,
	on?: string
): Promise<SitePassport> {
	const { head, decisions, today } = await enterPublic(db, id, { on, now: now() });
	const day = on ?? today;
	const standing = standingOn(decisions, day);
	const [scans, rules, members, leaders, programmes, cohorts] = await Promise.all([
		publicScans(db, actsIn(decisions)),
		rulesFor(db, head, standing, day),
		membershipsOf(db, id),
		leadersOn(db, id, day),
		programmesOf(db, id),
		cohortsOf(db, id, today)
	]);

	const { organisation, title, theme, region, operator } = head;
	return {
		...{ id, title, theme, day, today, organisation, programmes, cohorts },
		region: region.title,
		standing: standing && toStanding(standing, day),
		history: (standing?.decisions ?? []).map((one) =>
			toDecision(one, rules?.profile.termination.grounds, scans)
		),
		members: membersOn(members, day),
		regulation: rules ? toRules(rules.profile) : null,
		operator: operator ?? rules?.profile.operator.title ?? null,
		leaders
	};
}

/** The status of today, for the pages of others. */
export async function readBlock({ db, now, origin }: Deps, id: string): Promise<SiteBlock> {
	const { head, decisions, today } = await enterPublic(db, id, { on: undefined, now: now() });
	const standing = standingOn(decisions, today) ?? missing('site');
	const { title, theme, organisation, region } = head;
	return {
		...{ title, theme, day: today, address: `${origin}/sites/${id}` },
		organisation: organisation.title,
		municipality: organisation.municipality,
		region: region.title,
		...toStanding(standing, today)
	};
}

async function enterPublic(db: Database, id: string, day: ListDay) {
	const head = (await findHead(db, id, day)) ?? missing('site');
	const decisions = await decisionsOf(db, [id]);
	return decisions.length ? { head, decisions, today: localDay(day.now, head.timeZone) } : missing('site');
}

/** The rules that the status was decided by; for what was decided before they were kept here, those of the day. */
export async function rulesFor(db: Database, head: SiteHead, standing: Known | null, day: string) {
	const decided: DecisionRow | undefined = standing?.decisions.findLast(
		(one) => one.regulationVersionId !== null
	);
	const known = decided?.regulationVersionId ? await rulesOf(db, decided.regulationVersionId) : undefined;
	return known ?? rulesOn(db, head.regulationKey, day);
}
