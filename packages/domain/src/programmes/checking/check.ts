import type { ProgrammeDocument } from '../document.ts';
import type { Finding } from '../finding.ts';
import { readRules } from '../reading/read-rules.ts';
import { checkCards } from './cards.ts';
import { checkCoverage } from './coverage.ts';
import { checkDocumentKind } from './document-kind.ts';
import { checkItems } from './items.ts';
import { checkKeys } from './keys.ts';
import { checkKit } from './kit.ts';
import { checkLevels } from './levels.ts';
import { checkNumbering } from './numbering.ts';
import { checkOutcome } from './outcome.ts';
import { checkReferences } from './references.ts';
import { checkRoute } from './route.ts';
import { checkRubric } from './rubric.ts';
import { checkTasks } from './tasks.ts';
import { checkTime } from './time.ts';

/** All faults and reminders of a programme at once, each with its place (R50, R121, R122, R125). */
export function check(document: ProgrammeDocument): Finding[] {
	return [
		...checkDocumentKind(document),
		...checkTime(document),
		...checkKeys(document),
		...checkNumbering(document),
		...checkReferences(document),
		...checkCards(document),
		...checkKit(document),
		...checkCoverage(document),
		...checkItems(document),
		...checkLevels(document),
		...checkTasks(document),
		...checkRoute(document),
		...checkOutcome(document),
		...checkRubric(document),
		...readRules(document).findings
	];
}
