import { spaces } from '@stazhirovka/db/seeds';
import { localDay } from '@stazhirovka/domain/calendar';
import type { SpaceKind } from '@stazhirovka/domain/chat';
import { act } from '../capabilities/chat/commands/act.ts';
import { markRead } from '../capabilities/chat/commands/mark-read.ts';
import { postMessage } from '../capabilities/chat/commands/post-message.ts';
import { arrangeConference } from '../capabilities/spaces/commands/arrange-conference.ts';
import { joinSpace } from '../capabilities/spaces/commands/come-and-go.ts';
import { openSpace } from '../capabilities/spaces/commands/open-space.ts';
import type { Ctx } from '../shell/context.ts';
import { AppError } from '../shell/errors.ts';
import * as store from './store.ts';

type Space = (typeof spaces)[number];
type Region = {
	acting: (personKey: string, siteKey?: string) => Ctx;
	personId: (personKey: string) => string;
	siteId: (siteKey: string) => string;
};
type Opened = { id: string; roomId: string };

const ZONE = 'Europe/Moscow';
const DAY_MS = 86_400_000;
const MODERATOR = 'u-head-912';

/**
 * A methodical association that talks already and a conference still to come (R62): whoever looks round finds both
 * beside the rooms of the cohort. What an earlier start has done stays.
 */
export async function openSpaces(region: Region): Promise<void> {
	for (const space of spaces) {
		const opened = await open(region, space).catch(overAlready);
		if (opened) await speak(region, space, opened);
	}
}

async function open({ acting, personId, siteId }: Region, space: Space): Promise<Opened> {
	const host = acting(MODERATOR, space.site);
	const { title, about } = space;
	const meeting = space.meeting ? meetingOf(space.meeting, host.now()) : null;
	const cohortId = (await store.findCohort(host.db, space.cohort)) ?? null;
	const opened =
		(await store.findSpace(host.db, title)) ??
		(await openSpace(host, {
			...{ id: siteId(space.site), kind: space.kind as SpaceKind, title, about, meeting, cohortId },
			...{ admits: 'cohort', moderatorId: null, isPublic: false, planRowId: null }
		}));
	const programme = (space.programme ?? []).map(({ person, title: speech }) => ({
		personId: personId(person),
		title: speech
	}));
	if (meeting) await arrangeConference(host, { id: opened.roomId, meeting, programme });
	return opened;
}

/** Each in the name of who said it; nobody is left with unread messages of his own talk. */
async function speak({ acting }: Region, space: Space, { id, roomId }: Opened): Promise<void> {
	for (const person of space.members) await joinSpace(acting(person), { id, token: '' });

	const places: number[] = [];
	for (const { id: clientId, by, text, ...more } of space.messages) {
		const replyTo = 'answers' in more ? (places[more.answers ?? 0] ?? null) : null;
		const seq = await postMessage(acting(by), { roomId, clientId, text, replyTo });
		places.push(seq);
		if ('pin' in more && more.pin)
			await act(acting(by), { roomId, clientId: more.pin, action: { do: 'pin', message: seq } });
	}
	for (const person of [MODERATOR, ...space.members, ...(space.programme ?? []).map((one) => one.person)])
		await markRead(acting(person), { roomId, seq: Number.MAX_SAFE_INTEGER });
}

type Coming = { from_days: number; weekday: number; time: string; minutes: number };

/** On the first such day of the week after so many days: a site that is started at any time has something to wait for. */
function meetingOf({ from_days: days, weekday, time, minutes }: Coming, now: Date) {
	const first = new Date(now.getTime() + days * DAY_MS);
	const wait = (weekday - first.getUTCDay() + 7) % 7;
	return { day: localDay(new Date(first.getTime() + wait * DAY_MS), ZONE), time, minutes };
}

const OVER: readonly string[] = ['site.not_active', 'space.faulty'];

/** Started after the site's term or the cohort's end, the region is still loaded: nothing is opened for them. */
function overAlready(error: unknown): null {
	if (error instanceof AppError && OVER.includes(error.problem.code)) return null;
	throw error;
}
