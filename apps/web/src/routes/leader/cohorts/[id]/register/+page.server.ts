import {
	askForRegisterData,
	getCohortRegister,
	keepRegisterTemplate,
	mendRegister,
	noteRegisterUpload,
	saveRegisterValues
} from '@stazhirovka/contract/register';
import { chosenDocuments, typedValues } from '#lib/register/server/typed-file.ts';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { register: orError(await locals.call(getCohortRegister, { params })) };
}

const NOTHING = { done: undefined, mended: 0 };

export const actions = {
	async template({ locals, params, request }) {
		const file = (await request.formData()).get('file');
		const parts = new FormData();
		if (file instanceof File && file.size) parts.append('file', file);
		const answer = await locals.sendParts(keepRegisterTemplate, { params }, parts);
		return answer.ok ? { ...NOTHING, done: 'template' as const } : orFail(answer.refusal, NOTHING);
	},

	async values({ locals, params, request }) {
		const values = typedValues(await request.formData());
		const answer = await locals.call(saveRegisterValues, { params, body: { values } });
		return answer.ok ? { ...NOTHING, done: 'values' as const } : orFail(answer.refusal, NOTHING);
	},

	async mend({ locals, params }) {
		const answer = await locals.call(mendRegister, { params });
		return answer.ok
			? { done: 'mend' as const, mended: answer.value.mended }
			: orFail(answer.refusal, NOTHING);
	},

	async ask({ locals, request }) {
		const id = textOf(await request.formData(), 'enrolment');
		const answer = await locals.call(askForRegisterData, { params: { id } });
		return answer.ok ? { ...NOTHING, done: 'ask' as const } : orFail(answer.refusal, NOTHING);
	},

	async upload({ locals, params, request }) {
		const data = await request.formData();
		const of = (name: string) => textOf(data, name);
		const body = {
			uploadedOn: of('uploadedOn'),
			packageNumber: of('packageNumber'),
			documents: chosenDocuments(data)
		};
		const answer = await locals.call(noteRegisterUpload, { params, body });
		return answer.ok ? { ...NOTHING, done: 'upload' as const } : orFail(answer.refusal, NOTHING);
	}
};
