import { checkByNumber } from '@stazhirovka/contract/certificates';
import { checkFile } from '#lib/certificates/server/check-file.ts';
import { orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

const NOTHING = { typed: undefined, file: undefined, document: undefined };

export const actions = {
	async number({ locals, request }) {
		const data = await request.formData();
		const typed = { number: textOf(data, 'number'), surname: textOf(data, 'surname') };
		const answer = await locals.call(checkByNumber, { body: typed });

		if (answer.ok)
			return { ...NOTHING, typed, document: answer.value, problem: undefined, details: undefined };
		return orFail(answer.refusal, { ...NOTHING, typed });
	},

	/** The file of a document, or the seal that was taken out of it. */
	async file({ locals, request }) {
		const file = (await request.formData()).get('file');
		const name = file instanceof File ? file.name : '';
		const answer = await checkFile(locals.call, file instanceof File ? file : new File([], ''));

		if (answer.ok)
			return { ...NOTHING, file: name, document: answer.value, problem: undefined, details: undefined };
		return orFail(answer.refusal, { ...NOTHING, file: name });
	}
};
