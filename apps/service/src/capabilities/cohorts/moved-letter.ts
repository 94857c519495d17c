import { longDate } from '@stazhirovka/domain/certificates';
import type { CohortMove } from '@stazhirovka/domain/cohorts';
import type { Deadline, DeadlineStep } from '@stazhirovka/domain/deadlines';
import type { Letter } from '../../shell/mail.ts';

type Facts = { email: string; givenName: string; programme: string; cohort: string };
type Moved = { move: CohortMove; deadlines: Deadline[]; tasks: boolean; link: string };
type Session = CohortMove['sessions']['added'][number];

const STEPS: Record<DeadlineStep, string> = {
	diagnosis: 'диагностика',
	deficit_card: 'карта дефицитов',
	learning_route: 'индивидуальный маршрут',
	tasks: 'задания',
	effectiveness_card: 'карта результативности',
	final_work: 'итоговая работа',
	reviews: 'рецензии',
	survey: 'анкета'
};

/** One letter about everything that has another day now. */
export function moved(facts: Facts, { move, deadlines, tasks, link }: Moved): Letter {
	return {
		to: facts.email,
		subject: `Изменились даты: «${facts.programme}»`,
		text: `Здравствуйте, ${facts.givenName}!

В потоке «${facts.cohort}» программы «${facts.programme}» изменились даты.

${[...periodLines(move), ...sessionLines(move), ...deadlineLines(deadlines, tasks)].join('\n')}

Все ваши сроки:
${link}`
	};
}

function periodLines({ period }: CohortMove): string[] {
	return period ? [`Стажировка: с ${longDate(period.to.startsOn)} по ${longDate(period.to.endsOn)}`] : [];
}

function sessionLines({ sessions }: CohortMove): string[] {
	return [
		...sessions.changed.map((session) => `Занятие теперь: ${told(session)}`),
		...sessions.added.map((session) => `Добавлено занятие: ${told(session)}`),
		...sessions.dropped.map((session) => `Отменено занятие: ${told(session)}`)
	];
}

function deadlineLines(deadlines: Deadline[], tasks: boolean): string[] {
	return [
		...deadlines.map(({ step, dueOn }) => `Срок: ${STEPS[step]} – до конца дня ${longDate(dueOn)}`),
		...(tasks ? ['Сроки заданий вашего маршрута, которые ещё не прошли, тоже сдвинуты.'] : [])
	];
}

function told({ date, startsAt, endsAt, place }: Session): string {
	return `${longDate(date)}, ${startsAt.slice(0, 5)}–${endsAt.slice(0, 5)}, ${place}`;
}
