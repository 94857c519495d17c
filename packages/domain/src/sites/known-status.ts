import type { RegulationProfile } from '../regulations/index.ts';
import { grantFaults, type ActFacts, type DecisionFault } from './deciding.ts';
import type { Evidence } from './demands.ts';

/** A status that was granted before its register was kept here. */
export type PaperStatus = { act: ActFacts; from: string; lastDay: string; theme: string };
/** `kept_here`: from the day in `limit` on the way to the status is gone here, step by step. */
export type PaperFault = DecisionFault | { code: 'status.kept_here'; field: 'act'; limit: string };

/** The act is the proof of everything that came before it. */
const PROVEN: Evidence = { completeness: true, expertise: 'positive', council: 'for', proposal: true };

/**
 * Why a paper cannot be what it says under the regulation: the kind of its act, its days and its theme are judged as for
 * a grant. The dates of its programme are those of the term, and what the regulation does not tell the act told. An act
 * that was signed when the regulation was kept here already proves nothing: `keptSince` is the first such day.
 */
export function paperFaults(profile: RegulationProfile, paper: PaperStatus, keptSince: string): PaperFault[] {
	const late = paper.act.signedOn >= keptSince;
	const programme = { from: paper.from, to: paper.lastDay };
	const faults = grantFaults(profile, { ...paper, history: [], programme, evidence: PROVEN });
	return [
		...(late ? [{ code: 'status.kept_here', field: 'act', limit: keptSince } as const] : []),
		...faults.filter(({ code }) => code !== 'status.regulation_silent')
	];
}
