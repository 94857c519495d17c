import { composeCouncil, listCouncils } from '@stazhirovka/contract/councils';
import { redirect } from '@sveltejs/kit';
import { readAct } from '#lib/acts/read-act.ts';
import { typedMembers, whoOf } from '#lib/councils/server/typed-forms.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const { regulations, experts } = orError(await locals.call(listCouncils, {}));
	return { regulations, experts };
}

function typedIn(data: FormData) {
	const [regulationId, title] = [textOf(data, 'regulation'), textOf(data, 'title')];
	return { regulationId, title, act: readAct(data), members: typedMembers(data) };
}

export const actions = {
	async compose({ locals, request }) {
		const typed = typedIn(await request.formData());
		const members = typed.members.map((member) => ({ who: whoOf(member), role: member.role }));
		const answer = await locals.call(composeCouncil, { body: { ...typed, members } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/councils/${answer.value.id}?done=composed`);
	},

	/** The same rows and more of them, with scripts or without. */
	async more({ request }) {
		return { typed: typedIn(await request.formData()), problem: undefined, details: undefined };
	}
};
