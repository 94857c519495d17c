import {
	beginProgrammeDraft,
	listProgrammeDrafts,
	offerMaster,
	recallProgrammeVersion
} from '@stazhirovka/contract/authoring';
import { listProgrammeVersions, publishProgramme } from '@stazhirovka/contract/programmes';
import { redirect } from '@sveltejs/kit';
import { versionsBeside } from '#lib/programme-drafts/listed.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const [versions, drafts] = await Promise.all([
		locals.call(listProgrammeVersions, {}),
		locals.call(listProgrammeDrafts, {})
	]);
	const { drafts: written } = orError(drafts);
	return { versions: versionsBeside(written, orError(versions)), drafts: written };
}

export const actions = {
	async publish({ locals, request }) {
		const id = textOf(await request.formData(), 'version');
		const answer = await locals.call(publishProgramme, { params: { id } });
		return answer.ok ? done('published') : orFail(answer.refusal, { done: undefined });
	},

	async recall({ locals, request }) {
		const id = textOf(await request.formData(), 'id');
		const answer = await locals.call(recallProgrammeVersion, { params: { id } });
		return answer.ok ? done('recalled') : orFail(answer.refusal, { done: undefined });
	},

	/** Where it is being written already, that draft is opened. */
	async continue({ locals, request }) {
		const versionId = textOf(await request.formData(), 'id');
		const answer = await locals.call(beginProgrammeDraft, { body: { from: 'version', versionId } });
		const known = answer.ok ? answer.value.id : answer.refusal.problem.details?.id;
		if (typeof known === 'string') redirect(303, `/leader/programmes/drafts/${known}`);
		return answer.ok ? undefined : orFail(answer.refusal, { done: undefined });
	},

	async offer({ locals, request }) {
		const data = await request.formData();
		const body = { offered: textOf(data, 'offered') === 'yes' };
		const answer = await locals.call(offerMaster, { params: { id: textOf(data, 'id') }, body });
		return answer.ok ? done('offered') : orFail(answer.refusal, { done: undefined });
	}
};

function done(what: string) {
	return { done: what, problem: undefined, details: undefined };
}
