import type { RegulationProfile } from '../regulations/index.ts';

type Ending = Pick<RegulationProfile, 'termination'>;
type Deciding = Ending & Pick<RegulationProfile, 'bodies' | 'status'>;

/** The one wording of a day of effect that is a rule for certain; any other is for people to read. */
const ACT_DAY =
	/^со? дня издания(\s+(акта|распоряжения|приказа))?$|^день издания(\s+(акта|распоряжения|приказа))?$/iu;

/** Whether a source says no more and no less than that an end works from the day of its act (R24). */
export function endsOnActDay({ termination }: Ending): boolean {
	return ACT_DAY.test(termination.effective_from?.trim() ?? '');
}

/**
 * The collegial body of the regulation that ends a status, so that its minutes are asked for (R22): one that the source
 * itself lists, or that decides about granting. Null where the source names somebody else, or says it in other words.
 */
export function endingCouncil({ bodies, status, termination }: Deciding): string | null {
	const name = folded(termination.decided_by ?? '');
	const councils = [...bodies.map(({ title }) => title), status.decided_by_body ?? ''];
	const found = councils.find((title) => `${folded(title)} `.startsWith(`${name} `));
	return name === '' || name === folded(status.granted_by ?? '') ? null : (found ?? null);
}

/** Words as they are compared: «Методический совет» and «методический  совет» are one. */
function folded(words: string): string {
	return words.toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim();
}
