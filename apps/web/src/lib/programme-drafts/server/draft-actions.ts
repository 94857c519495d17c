import {
	addDraftAuthor,
	addDraftComment,
	approveProgrammeVersion,
	askApproval,
	deleteProgrammeDraft,
	recallProgrammeVersion,
	removeDraftAuthor,
	returnProgrammeVersion,
	sendProgrammeDraft,
	settleDraftComment
} from '@stazhirovka/contract/authoring';
import type { CallRefusal } from '@stazhirovka/contract/client';
import { publishProgramme } from '@stazhirovka/contract/programmes';
import type { Result } from '@stazhirovka/domain/result';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnDraft = RequestEvent<{ id: string }>;

/** What may be done with a draft as a whole, on its page. */
export const draftActions = {
	async send({ locals, params }: OnDraft) {
		return told(await locals.call(sendProgrammeDraft, { params }), 'sent');
	},

	async recall({ locals, request }: OnDraft) {
		return told(await locals.call(recallProgrammeVersion, await versionOf(request)), 'recalled');
	},

	async publish({ locals, request }: OnDraft) {
		return told(await locals.call(publishProgramme, await versionOf(request)), 'published');
	},

	async return({ locals, request }: OnDraft) {
		const data = await request.formData();
		const body = { reason: textOf(data, 'reason') };
		const params = { id: textOf(data, 'version') };
		return told(await locals.call(returnProgrammeVersion, { params, body }), 'returned');
	},

	async approve({ locals, request }: OnDraft) {
		const data = await request.formData();
		const said = (name: string) => textOf(data, name).trim();
		const kind = said('kind') === 'agreement' ? ('agreement' as const) : ('approval' as const);
		const scan = data.get('scan');
		const sent =
			scan instanceof File && scan.size
				? await locals.sendFile(scan, { siteId: textOf(data, 'site') })
				: null;
		if (sent && !sent.ok) return orFail(sent.refusal, { done: undefined });

		const signed = { name: said('name'), position: said('position'), on: said('on') };
		const act = { kind: said('document'), number: said('number'), fileId: sent?.value.id ?? null };
		const body = { kind, paper: data.has('paper') ? { ...signed, ...act } : null };
		const params = { id: textOf(data, 'version') };
		return told(await locals.call(approveProgrammeVersion, { params, body }), 'approved');
	},

	async ask({ locals, request }: OnDraft) {
		const data = await request.formData();
		const params = { id: textOf(data, 'version') };
		const body = { email: textOf(data, 'email').trim() };
		return told(await locals.call(askApproval, { params, body }), 'asked');
	},

	async share({ locals, params, request }: OnDraft) {
		const body = { personId: textOf(await request.formData(), 'person') };
		return told(await locals.call(addDraftAuthor, { params, body }), 'named');
	},

	async unshare({ locals, params, request }: OnDraft) {
		const personId = textOf(await request.formData(), 'person');
		return told(await locals.call(removeDraftAuthor, { params: { ...params, personId } }), 'removed');
	},

	async comment({ locals, params, request }: OnDraft) {
		const body = { part: null, place: '', text: textOf(await request.formData(), 'text') };
		return told(await locals.call(addDraftComment, { params, body }), 'commented');
	},

	async settle({ locals, request }: OnDraft) {
		const params = { id: textOf(await request.formData(), 'comment') };
		return told(await locals.call(settleDraftComment, { params, body: { settled: true } }), 'settled');
	},

	async delete({ locals, params }: OnDraft) {
		const answer = await locals.call(deleteProgrammeDraft, { params });
		if (!answer.ok) return orFail(answer.refusal, { done: undefined });
		redirect(303, '/leader/programmes');
	}
};

async function versionOf(request: Request) {
	return { params: { id: textOf(await request.formData(), 'version') } };
}

function told(answer: Result<unknown, CallRefusal>, done: string) {
	return answer.ok
		? { done, problem: undefined, details: undefined }
		: orFail(answer.refusal, { done: undefined });
}
