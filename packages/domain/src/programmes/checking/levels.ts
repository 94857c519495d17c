import type { DeficitLevel, ProgrammeDocument } from '../document.ts';
import { error, type Finding } from '../finding.ts';

const BEST_FIRST: DeficitLevel[] = ['none', 'partial', 'expressed'];
const PLACE = 'diagnostic.scoring.levels';

/** Three levels, each below the one before, and the lowest begins at 0: every share of points has a level. */
export function checkLevels({ diagnostic }: ProgrammeDocument): Finding[] {
	const levels = diagnostic.scoring.levels;
	const keys = levels.map((level) => level.key);
	if (levels.length !== BEST_FIRST.length || !BEST_FIRST.every((key) => keys.includes(key))) {
		return [error(PLACE, 'levels.incomplete')];
	}
	const mins = BEST_FIRST.map((key) => levels.find((level) => level.key === key)?.min ?? 0);
	const [none = 0, partial = 0, expressed = 0] = mins;
	return none <= 1 && none > partial && partial > expressed && expressed === 0
		? []
		: [error(PLACE, 'levels.out_of_order')];
}
