import type { Ending, SiteAct, SiteCard, SiteDecision } from '@stazhirovka/contract/sites';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { standingOn, type Standing } from '@stazhirovka/domain/sites';
import type { Scans } from '../acts/scans.ts';
import type { DecisionRow } from '../history-queries.ts';
import type { RegisterRow } from './queries.ts';

export type Known = Standing<DecisionRow>;
type Ground = { code: string; text: string };

/** A row of the register; null for what was not in it on its day. */
export function toCard(
	row: RegisterRow,
	decisions: DecisionRow[],
	titles: ReadonlyMap<string, string>
): SiteCard | null {
	const standing = standingOn(decisions, row.day);
	const { id, title, theme, organisation, municipality, region, regulationKey: key } = row;
	return (
		standing && {
			...{ id, title, theme, organisation, municipality, region },
			regulation: { key, title: titles.get(key) ?? key },
			...toStanding(standing, row.day)
		}
	);
}

export function toStanding({ status, from, lastDay, endedFrom, decisions }: Known, day: string) {
	return { status, from, lastDay, endedFrom, act: actOf(decisions, day) };
}

/** The act that speaks last of a day; before the first day, the one that will. */
function actOf(decisions: DecisionRow[], day: string): SiteAct {
	const [first] = decisions;
	const last = decisions.findLast(({ from }) => from <= day) ?? first;
	if (!last) throw new Error('A standing without a decision');
	return last.act;
}

/** Grounds are told in the words of the regulation; what it does not know, as it was written. `scans`: those to show. */
export function toDecision(
	{ id, kind, from, lastDay, act, ground, reason }: DecisionRow,
	grounds: readonly Ground[] = [],
	scans: Scans
): SiteDecision {
	const words = grounds.find(({ code }) => code === ground)?.text ?? ground;
	const scan = scans.get(act.id)?.pages ?? null;
	return { id, kind, from, lastDay, act: { ...act, scan }, ground: words, reason };
}

/** What a regulation tells of the status to whoever looks at a site (R18, R20, R161). */
export function toRules({ key, short_title, host, privileges, financing }: RegulationProfile) {
	return {
		...{ key, title: short_title },
		changesLegalForm: host.changes_legal_form ?? null,
		privileges: privileges ?? [],
		financing: {
			guaranteed: financing.guaranteed ?? null,
			ownFundsOnly: financing.own_funds_only ?? null,
			sources: financing.sources ?? [],
			extra: financing.extra ?? null
		}
	};
}

export type EndingSite = { id: string; title: string; ending: Ending };
