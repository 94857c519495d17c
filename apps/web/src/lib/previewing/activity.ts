import type { Activity } from '@stazhirovka/contract/cohorts';
import type { Task } from '@stazhirovka/contract/tasks';
import { activityKit, isPlayable } from '@stazhirovka/domain/cohorts';
import { fileAddress } from '@stazhirovka/domain/materials';
import {
	openedCards,
	type ProgrammeActivity,
	type ProgrammeDocument,
	type ProgrammeVideo
} from '@stazhirovka/domain/programmes';
import { cardAt, thingAt } from '#lib/authoring/words.ts';

/** What an activity is called while nobody has named it: never by its key. */
export function titleOfActivity({ title, n }: Pick<ProgrammeActivity, 'title' | 'n'>): string {
	return title || thingAt(['modules', 0, 'activities'], n);
}

/** An activity of a draft as its page shows it to somebody who has done nothing yet. */
export function activityOf(document: ProgrammeDocument, key: string): Activity | null {
	const activities = document.modules.flatMap((module) => module.activities);
	const at = activities.findIndex((activity) => activity.key === key);
	const activity = activities[at];
	if (!activity) return null;

	const kit = activityKit(document, activity);
	const named = (other: typeof activity | undefined) =>
		other ? { key: other.key, n: other.n, title: titleOfActivity(other) } : null;
	return {
		...{ key, n: activity.n, minutes: activity.minutes, kind: activity.kind },
		title: titleOfActivity(activity),
		materials: kit.materials.map(toMaterial),
		exercises: kit.exercises.map(({ key, title, how = null, time = null }) => ({ key, title, how, time })),
		videos: kit.videos.map(toVideo),
		forms: openedCards(document)
			.filter((card) => activity.forms.includes(card))
			.map((card) => {
				const { title, per } = document.forms[card] ?? {};
				return {
					key: card,
					title: title || cardAt(card),
					group: false,
					submitted: false,
					perVideo: per === 'video'
				};
			}),
		previous: named(activities[at - 1]),
		next: named(activities[at + 1])
	};
}

type About = Pick<
	Task,
	'key' | 'title' | 'why' | 'instruction' | 'product' | 'minutes' | 'criteria' | 'deficits' | 'materials'
> & { dueOn: null; privateRoomId: null };

/** A task of a draft as its page tells of it. */
export function taskOf(document: ProgrammeDocument, key: string): About | null {
	const at = document.tasks.findIndex((one) => one.key === key);
	const task = document.tasks[at];
	if (!task) return null;

	const titleOf = (deficit: string) => {
		const n = document.deficits.findIndex((one) => one.key === deficit);
		return document.deficits[n]?.title || thingAt(['deficits'], n + 1);
	};
	const title = task.title || thingAt(['tasks'], at + 1);
	const { why = null, instruction, product, minutes, tutor_criteria: criteria = [] } = task;
	return {
		...{ key, title, why, instruction, product, minutes, criteria, dueOn: null, privateRoomId: null },
		deficits: task.deficits.map(({ key, role }) => ({ key, title: titleOf(key), role })),
		materials: document.materials.filter((one) => task.materials?.includes(one.key)).map(toMaterial)
	};
}

function toMaterial({ key, kind, title, file }: ProgrammeDocument['materials'][number]) {
	return { key, kind, title, fileUrl: fileAddress(file) };
}

function toVideo(video: ProgrammeVideo): Activity['videos'][number] {
	const available = isPlayable(video);
	return {
		...{ key: video.key, n: video.n, title: video.title, lookFor: video.look_for },
		...{ duration: video.duration ?? null, available, filled: false },
		fileUrl: available ? fileAddress(video.file) : null,
		captionsUrl: available ? fileAddress(video.captions) : null,
		transcript: available ? (video.transcript ?? null) : null
	};
}
