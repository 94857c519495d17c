import type { ProgrammeDocument } from '../document.ts';
import type { Finding } from '../finding.ts';
import { readRules } from '../reading/read-rules.ts';
import { checkCards } from './cards.ts';
import { checkCoverage } from './coverage.ts';
import { checkDocumentKind } from './document-kind.ts';
import { checkEnoughTime } from './enough-time.ts';
import { checkItems } from './items.ts';
import { checkKeys } from './keys.ts';
import { checkKit } from './kit.ts';
import { checkLevels } from './levels.ts';
import { checkNumbering } from './numbering.ts';
import { checkOutcome } from './outcome.ts';
import { checkReady } from './ready.ts';
import { checkReferences } from './references.ts';
import { checkRoute } from './route.ts';
import { checkRubric } from './rubric.ts';
import { checkTasks } from './tasks.ts';
import { checkTime } from './time.ts';

const CHECKS: ((document: ProgrammeDocument) => Finding[])[] = [
	checkDocumentKind,
	checkTime,
	checkEnoughTime,
	checkKeys,
	checkNumbering,
	checkReferences,
	checkCards,
	checkKit,
	checkReady,
	checkCoverage,
	checkItems,
	checkLevels,
	checkTasks,
	checkRoute,
	checkOutcome,
	checkRubric,
	(document) => readRules(document).findings
];

/** All faults and reminders of a programme at once, each with its place (R50, R121, R122, R125). */
export function check(document: ProgrammeDocument): Finding[] {
	return CHECKS.flatMap((judge) => judge(document));
}

/**
 * What can be told of a file before its shape is right: only the checks that read none of the `unsound` parts
 * (names of the document's own, such as `modules`) are made, and nothing is guessed about the others.
 */
export function checkSound(file: object, unsound: ReadonlySet<string>): Finding[] {
	const document = new Proxy(file as ProgrammeDocument, {
		get(target, part) {
			if (typeof part === 'string' && unsound.has(part)) throw UNSOUND;
			return Reflect.get(target, part) as unknown;
		}
	});
	return CHECKS.flatMap((judge) => {
		try {
			return judge(document);
		} catch (reason) {
			if (reason === UNSOUND) return [];
			throw reason;
		}
	});
}

const UNSOUND = new Error('a part that cannot be read was asked for');
