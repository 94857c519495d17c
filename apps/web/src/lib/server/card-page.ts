import { getActivity, type Activity, type Path } from '@stazhirovka/contract/cohorts';
import { getForm, saveForm, submitForm } from '@stazhirovka/contract/forms';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { m } from '#lib/paraglide/messages.js';
import { orError } from '#lib/server/answer.ts';

type OnCard = RequestEvent<{ enrolment: string; key: string }>;
type Asking = Pick<OnCard, 'locals' | 'params' | 'url'>;
type Video = Activity['videos'][number];

/** A card of an intern with its files, and the recording that it is about, for the intern and for the tutor. */
export async function loadCard(event: Asking, path: Path) {
	const { occasion } = addressOf(event).querystring;
	const [told, activity] = await Promise.all([ask(event), activityOf(event, path)]);
	const sheet = toSheet(orError(told));
	const videos = occasion ? (activity?.videos ?? []) : [];

	return {
		sheet,
		occasion,
		files: await filesOf(event.locals.call, sheet.definition, sheet.answer),
		back: activity && { title: m.intern_activity_n({ n: activity.n }), place: `activities/${activity.key}` },
		video: videos.find(({ key }) => key === occasion) ?? null,
		nextVideo: nextOf(videos, occasion)
	};
}

/** The actions behind a card of module 1: it is saved and handed in where it is filled. */
export const cardActions = sheetActions<OnCard>({
	sheet: ask,
	save: (event, body) => event.locals.call(saveForm, { ...addressOf(event), body }),
	submit: (event, body, confirmedPrivacy) =>
		event.locals.call(submitForm, { ...addressOf(event), body: { ...body, confirmedPrivacy } })
});

function ask(event: Asking) {
	return event.locals.call(getForm, addressOf(event));
}

function addressOf({ params, url }: Pick<OnCard, 'params' | 'url'>) {
	const occasion = url.searchParams.get('occasion') ?? undefined;
	return { params: { id: params.enrolment, key: params.key }, querystring: { occasion } };
}

/** The activity of module 1 that the card belongs to, as the path knows it. */
export async function activityOf({ locals, params }: Asking, path: Path): Promise<Activity | null> {
	const steps = path.modules.flatMap((module) => module.steps);
	const step = steps.find(({ key }) => key === `form.${params.key}`);
	const [, key] = /^activities\/(.+)$/.exec(step?.place ?? '') ?? [];
	if (!key) return null;

	const answer = await locals.call(getActivity, { params: { id: params.enrolment, key } });
	return answer.ok ? answer.value : null;
}

/** The next recording without a card: after this one first, then from the beginning. */
function nextOf(videos: Video[], current: string | undefined): Video | null {
	const place = videos.findIndex(({ key }) => key === current);
	const order = [...videos.slice(place + 1), ...videos.slice(0, Math.max(place, 0))];
	return order.find(({ filled }) => !filled) ?? null;
}
