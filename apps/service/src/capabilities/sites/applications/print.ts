import type { Answer } from '@stazhirovka/domain/forms';
import { applicationPaper, sheetsOf, statementsIn, type SheetKind } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { printPaper, type PrintedFile, type PrintFormat } from '../../documents/index.ts';
import { enterApplication } from './access.ts';
import { titlesOf } from './queries.ts';
import { storedSheet } from './sheets.ts';
import { fileNames } from './store.ts';

/** The whole application as a paper (R16): of a draft with lines to fill, of what was handed in as it is. */
export async function printApplication(
	ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
	id: string,
	format: PrintFormat
): Promise<PrintedFile> {
	const { db } = ctx;
	const application = await enterApplication(db, ctx, id, 'author', 'keeper', 'reviewer');
	const { title, organisationId, programmeApproval: approval, rules } = application;

	const answers: Partial<Record<SheetKind, Answer>> = {};
	for (const { kind } of sheetsOf(rules.profile)) {
		if (application.direct && kind !== 'eligibility') continue;
		answers[kind] = (await storedSheet(db, application, kind)).answer;
	}
	// A registration without statements has no sheet to print.
	if (Object.keys(answers).length === 0) missing('document');
	const proofs = statementsIn(rules.profile, answers.eligibility ?? {}).flatMap(({ fileIds }) => fileIds);
	const paper = applicationPaper(rules.profile, {
		...{ title, answers, approval },
		organisation: (await titlesOf(db, [organisationId])).get(organisationId) ?? '',
		files: await fileNames(db, id, proofs),
		handedIn: application.submittedAt !== null || application.direct
	});
	return printPaper(paper, [title], format);
}
