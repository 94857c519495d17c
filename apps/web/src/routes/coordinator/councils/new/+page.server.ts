import { composeCouncil, listCouncils } from '@stazhirovka/contract/councils';
import { redirect } from '@sveltejs/kit';
import { readScan } from '#lib/acts/read-scan.ts';
import { typedAct, typedMembers, whoOf } from '#lib/councils/server/typed-forms.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals }) {
	signedIn(locals.actor);
	const { regulations, experts } = orError(await locals.call(listCouncils, {}));
	return { regulations, experts };
}

function typedIn(data: FormData, scan: string[]) {
	const [regulationId, title] = [textOf(data, 'regulation'), textOf(data, 'title')];
	return { regulationId, title, act: typedAct(data, scan), members: typedMembers(data) };
}

export const actions = {
	async compose({ locals, request }) {
		const data = await request.formData();
		const { scan, refused } = await readScan(data, locals.sendFile);
		const typed = typedIn(data, scan);
		if (refused) return orFail(refused, { typed });
		const members = typed.members.map((member) => ({ who: whoOf(member), role: member.role }));
		const answer = await locals.call(composeCouncil, { body: { ...typed, members } });
		if (!answer.ok) return orFail(answer.refusal, { typed });
		redirect(303, `/coordinator/councils/${answer.value.id}?done=composed`);
	},

	/** The same rows and more of them, with scripts or without. */
	async more({ locals, request }) {
		const data = await request.formData();
		const { scan } = await readScan(data, locals.sendFile);
		return { typed: typedIn(data, scan), problem: undefined, details: undefined };
	}
};
