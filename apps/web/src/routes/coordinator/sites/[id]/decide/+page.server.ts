import { decideStatus, getDecisionDesk, type GivenDecision } from '@stazhirovka/contract/sites';
import { redirect } from '@sveltejs/kit';
import { readAct } from '#lib/acts/read-act.ts';
import { readPaper } from '#lib/acts/read-paper.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';
import { todayIn } from '#lib/server/today.ts';

const KINDS = ['extend', 'suspend', 'resume', 'terminate'] as const;
type Kind = (typeof KINDS)[number];

export async function load({ locals, params, url }) {
	signedIn(locals.actor);
	const desk = orError(await locals.call(getDecisionDesk, { params }));
	const open = KINDS.filter((kind) => desk.can[kind]);
	const asked = open.find((kind) => kind === url.searchParams.get('kind'));
	return { desk, open, kind: asked ?? open.at(-1), today: todayIn('Europe/Moscow') };
}

export const actions = {
	async default({ locals, params, request, url }) {
		const data = await request.formData();
		const { act, refused } = await readAct(data, locals.sendFile);
		const decision = readDecision(data, url.searchParams.get('kind') as Kind, act.signedOn);
		if (refused) return orFail(refused, { act, decision });
		const answer = await locals.call(decideStatus, { params, body: { act, decision } });

		if (!answer.ok) return orFail(answer.refusal, { act, decision });
		redirect(303, `/coordinator/sites/${params.id}?decided`);
	}
};

function readDecision(data: FormData, kind: Kind, signedOn: string): GivenDecision {
	const from = textOf(data, 'from') || signedOn;
	const reason = textOf(data, 'reason');
	switch (kind) {
		case 'extend':
			return {
				...{ kind, lastDay: textOf(data, 'lastDay'), programmeTo: textOrNull(data, 'programmeTo') },
				programme: readPaper(data, 'programme')
			};
		case 'suspend':
		case 'resume':
			return { kind, from, reason };
		default: {
			const minutes = readPaper(data, 'minutes');
			return { kind: 'terminate', from, reason, ground: textOf(data, 'ground'), minutes };
		}
	}
}
