import { localDay } from '@stazhirovka/domain/calendar';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import { conferenceRecord, inLetters } from '@stazhirovka/domain/documents';
import { localTime } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../shell/context.ts';
import { AppError, fail } from '../../shell/errors.ts';
import { messagesBetween } from '../chat/index.ts';
import { printPaper, type PrintedFile, type PrintFormat } from '../documents/index.ts';
import { organisationOf } from '../staff/index.ts';
import { enterSpace } from './access.ts';
import { courseIn, type Held } from './course.ts';
import { namesOf, type SpaceRow } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** The record of a conference that was held, for everybody who is in its room (R62). */
export async function printConference(
	ctx: Reader,
	roomId: string,
	format: PrintFormat
): Promise<PrintedFile> {
	const { room, ...found } = await enterSpace(ctx.db, ctx, roomId);
	const course = (await courseIn(ctx.db, roomId)) ?? fail('refused', 'conference.not_ended');
	const facts = await factsOf(ctx, found, course, room.seq);
	const print = (signs: string[]) => {
		const words = facts.words.map((one) => ({ ...one, text: inLetters(one.text, signs) }));
		const paper = conferenceRecord({ ...facts, words });
		return printPaper(paper, [paper.title], format);
	};
	return print([]).catch((error: unknown) => print(unprintableIn(error)));
}

/** A record is printed whatever people typed: signs that no font has are named instead. */
function unprintableIn(error: unknown): string[] {
	const named = error instanceof AppError && error.problem.code === 'document.unprintable';
	const signs = named ? error.problem.details?.characters : undefined;
	if (!Array.isArray(signs)) throw error;
	return signs.map(String);
}

async function factsOf(
	{ db }: Reader,
	{ roomId, title, space, site, timeZone, conference }: SpaceRow,
	course: Held,
	upTo: number
) {
	const programme = conference?.programme ?? [];
	const heard = new Set(conference?.heard ?? []);
	const ids = [...course.ledBy, ...[...course.turns, ...programme].map(({ personId }) => personId)];
	const [people, organisation, said] = await Promise.all([
		namesOf(db, [...new Set(ids)]),
		organisationOf(db, space.siteId),
		messagesBetween(db, roomId, { after: course.openedSeq, upTo })
	]);
	const names = new Map([...course.participants, ...people].map((person) => [person.id, fullName(person)]));
	const time = (at: string) => localTime(new Date(at), timeZone);
	const nameOf = (id: string) => names.get(id) ?? '';
	const led = people.filter(({ id }) => course.ledBy.includes(id));
	const authors = new Map(said.map(({ seq, author }) => [seq, author.shortName]));

	return {
		...{ organisation, title, about: space.about, site: site.title },
		day: localDay(new Date(course.openedAt), timeZone),
		from: time(course.openedAt),
		until: time(course.closedAt),
		moderators: led.map(shortName),
		participants: course.participants.map(fullName),
		turns: course.turns.map(({ personId, speech, from, until }) => ({
			name: nameOf(personId),
			title: speech === null ? null : (programme[speech]?.title ?? ''),
			...{ from: time(from), until: time(until) }
		})),
		unheard: programme
			.filter((_, place) => !heard.has(place))
			.map(({ personId, title: of }) => ({ name: nameOf(personId), title: of })),
		words: said.map(({ at, author, text, files, removedAt, replyTo }) => ({
			at: time(at),
			name: author.shortName,
			text: removedAt
				? '(сообщение удалено)'
				: [text, ...files.map(({ name }) => `[${name}]`)].filter(Boolean).join(' '),
			to: replyTo === null ? null : (authors.get(replyTo) ?? null)
		}))
	};
}
