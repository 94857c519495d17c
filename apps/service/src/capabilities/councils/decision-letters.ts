import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import type { ApplicationFacts } from '../sites/index.ts';
import { insertLetter, type NewLetter } from './decision-store.ts';
import { peopleOf } from './queries.ts';

type Decision = Pick<NewLetter, 'kind' | 'result'>;

/** What a letter says of each decision, before anybody changes its words. */
const WORDS: Record<string, (title: string) => { subject: string; news: string }> = {
	'expertise positive': (title) => ({
		subject: `Экспертиза заявки завершена: «${title}»`,
		news: `Экспертиза заявки «${title}» завершена. Заключение положительное.`
	}),
	'expertise negative': (title) => ({
		subject: `Экспертиза заявки завершена: «${title}»`,
		news: `Экспертиза заявки «${title}» завершена. Заключение отрицательное.`
	}),
	'council for': (title) => ({
		subject: `Совет поддержал заявку «${title}»`,
		news: `Совет рассмотрел заявку «${title}» и поддержал её.`
	}),
	'council against': (title) => ({
		subject: `Совет отклонил заявку «${title}»`,
		news: `Совет рассмотрел заявку «${title}» и отклонил её.`
	}),
	'council postponed': (title) => ({
		subject: `Рассмотрение заявки «${title}» отложено`,
		news: `Совет отложил рассмотрение заявки «${title}». О новом дне мы сообщим отдельно.`
	}),
	'proposal made': (title) => ({
		subject: `Направлено представление по заявке «${title}»`,
		news: `По заявке «${title}» направлено представление о присвоении статуса.`
	})
};

/** Prepares the letter about a decision: it waits until it is released, and its words may be changed till then. */
export async function prepareLetter(
	tx: Tx,
	{ now }: Pick<Ctx, 'now'>,
	{ id, title, createdBy }: Pick<ApplicationFacts, 'id' | 'title' | 'createdBy'>,
	{ kind, result, words = '' }: Decision & { words?: string }
): Promise<void> {
	const { subject, news } = WORDS[`${kind} ${result}`]?.(title) ?? { subject: title, news: '' };
	const name = (await peopleOf(tx, [createdBy])).get(createdBy)?.givenName;
	const said = words ? `\n\n${words}` : '';
	const text = `Здравствуйте${name ? `, ${name}` : ''}!\n\n${news}${said}`;
	await insertLetter(tx, {
		applicationId: id,
		kind,
		result,
		personId: createdBy,
		subject,
		text,
		preparedAt: now()
	});
}
