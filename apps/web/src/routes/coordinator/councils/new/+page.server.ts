import { composeCouncil, listCouncils } from '@stazhirovka/contract/councils';
import { redirect } from '@sveltejs/kit';
import { readAct } from '#lib/acts/read-act.ts';
import { typedMembers, whoOf } from '#lib/councils/server/typed-forms.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import type { SendFile } from '#lib/server/line.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const { regulations, experts } = orError(await locals.call(listCouncils, {}));
	return { regulations, experts };
}

async function typedIn(data: FormData, send: SendFile) {
	const [regulationId, title] = [textOf(data, 'regulation'), textOf(data, 'title')];
	const { act, refused } = await readAct(data, send);
	return { typed: { regulationId, title, act, members: typedMembers(data) }, refused };
}

export const actions = {
	async compose({ locals, request }) {
		const data = await request.formData();
		const { typed, refused } = await typedIn(data, locals.sendFile);
		if (refused) return orFail(refused, { typed });
		const members = typed.members.map((member) => ({ who: whoOf(member), role: member.role }));
		const answer = await locals.call(composeCouncil, { body: { ...typed, members } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/councils/${answer.value.id}?done=composed`);
	},

	/** The same rows and more of them, with scripts or without. */
	async more({ locals, request }) {
		const data = await request.formData();
		const { typed } = await typedIn(data, locals.sendFile);
		return { typed, problem: undefined, details: undefined };
	}
};
