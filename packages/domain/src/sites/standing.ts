import { dayAfter } from '../calendar/index.ts';
import { inOrder, periodsOf, statusOn, type SiteStatus, type StatusDecision } from './status.ts';

/** A decision with the day on which its act was signed: before that day nobody could know of it. */
export type SignedDecision = StatusDecision & { signedOn: string };

/**
 * What the register says of a site on a day; `from` and `lastDay` are the term that the status stands for. `lastDay` is
 * null for what an act ended on its first day: it has not lasted one. `endedFrom`: the first day without the status,
 * where an act ended it.
 */
export type Standing<D extends SignedDecision = SignedDecision> = {
	status: SiteStatus;
	from: string;
	lastDay: string | null;
	endedFrom: string | null;
	/** What was known on that day, in the order in which it takes effect. */
	decisions: D[];
};

/** What acts had said by a day: an act that was signed later is not in the register of that day. */
export function knownOn<D extends SignedDecision>(decisions: readonly D[], day: string): D[] {
	return inOrder(decisions).filter(({ signedOn }) => signedOn <= day);
}

/** The register on a day (R3, R34); null before the first act: the site was not in it. */
export function standingOn<D extends SignedDecision>(
	decisions: readonly D[],
	day: string
): Standing<D> | null {
	const known = knownOn(decisions, day);
	const status = statusOn(periodsOf(known), day);
	const run = runOn(known, day);
	const [grant] = run;
	const last = periodsOf(run).at(-1);
	if (!status || !grant || !last) return null;

	const { lastDay, terminated } = last;
	return {
		...{ status, from: grant.from, decisions: known },
		lastDay: lastDay < grant.from ? null : lastDay,
		endedFrom: terminated ? dayAfter(lastDay) : null
	};
}

/** The decisions about the status that is or was the latest on a day; the first one while none has begun. */
function runOn<D extends SignedDecision>(known: D[], day: string): D[] {
	const grants = known.flatMap(({ kind }, index) => (kind === 'grant' ? [index] : []));
	const begun = grants.findLastIndex((index) => (known[index]?.from ?? '') <= day);
	const place = Math.max(begun, 0);
	return grants.length ? known.slice(grants[place], grants[place + 1]) : [];
}
