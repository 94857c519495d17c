import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { filesOfAnswer } from '../files/index.ts';
import { answerHtml } from './answer-page.ts';
import { page, pathName } from './page.ts';
import type { Entry, Sources } from './part.ts';

type Filled = { definition: FormDefinition; answer: Answer; title: string; path: string };

/** A form as a page, and beside it the files that its author put into it. */
export async function filledForm(
	{ db, enrolment }: Pick<Sources, 'db' | 'enrolment'>,
	{ definition, answer, title, path }: Filled
): Promise<Entry[]> {
	const files = await filesOfAnswer(db, { enrolmentId: enrolment.id, answer });
	const names = new Map(files.map(({ id, name }) => [id, name]));
	return [
		{ title, path: `${path}.html`, bytes: page(title, answerHtml(definition, answer, names)) },
		...files.map((file, at) => ({
			title: file.name,
			path: `${path}, файлы/${at + 1} ${pathName(file.name)}`,
			file
		}))
	];
}
