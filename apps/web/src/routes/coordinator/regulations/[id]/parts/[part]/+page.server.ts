import { completeRegulation, getRegulationVersion } from '@stazhirovka/contract/regulations';
import { error, redirect } from '@sveltejs/kit';
import { kindOf, type PartKind } from '#lib/regulations/part-kinds.ts';
import {
	givenPart,
	standingRows,
	standingValues,
	typedRows,
	typedValues
} from '#lib/regulations/server/given-part.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { sendTyped } from '#lib/server/send-typed.ts';

export async function load({ locals, params }) {
	signedIn(locals.actor);
	const answer = orError(await locals.call(getRegulationVersion, { params }));
	const { id, title, number, revision, completed, content } = answer;
	const part = asked(params.part);
	const again = completed.some((one) => one.part === part.part);
	return {
		version: { id, title, number, revision },
		asked: part,
		rows: again ? standingRows(content, part) : [],
		values: again ? standingValues(content, part) : {}
	};
}

export const actions = {
	async save({ locals, params, request }) {
		const data = await request.formData();
		const body = { revision: Number(textOf(data, 'revision')), given: givenPart(data, asked(params.part)) };
		const answer = await sendTyped(locals.call, completeRegulation, { params, body });

		if (!answer.ok) return orFail(answer.refusal, { typed: typedRows(data), values: typedValues(data) });
		redirect(303, `/coordinator/regulations/${params.id}`);
	},

	/** The same rows and more of them: nothing that was typed is lost, with scripts or without. */
	async more({ request }) {
		const data = await request.formData();
		return { typed: typedRows(data), values: {}, problem: undefined, details: undefined };
	}
};

function asked(part: string): PartKind {
	return kindOf(part) ?? error(404, 'regulation.missing', { code: 'regulation.missing' });
}
