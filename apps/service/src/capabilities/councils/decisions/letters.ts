import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import type { ApplicationFacts } from '../../sites/index.ts';
import { insertLetter, type NewLetter } from './store.ts';
import { peopleOf } from '../queries.ts';

type Decision = Pick<NewLetter, 'kind' | 'result'>;

/** What a letter says of each decision, before anybody changes its words. */
const WORDS: Record<string, { subject: string; news: string }> = {
	'expertise positive': {
		subject: 'Экспертиза заявки завершена',
		news: 'Экспертиза завершена, заключение положительное.'
	},
	'expertise negative': {
		subject: 'Экспертиза заявки завершена',
		news: 'Экспертиза завершена, заключение отрицательное.'
	},
	'expertise split': {
		subject: 'Экспертиза заявки завершена',
		news: 'Экспертиза завершена. Мнения экспертов разделились поровну, решение примет совет.'
	},
	'council for': { subject: 'Совет поддержал заявку', news: 'Совет рассмотрел заявку и поддержал её.' },
	'council against': { subject: 'Совет отклонил заявку', news: 'Совет рассмотрел заявку и отклонил её.' },
	'council postponed': {
		subject: 'Рассмотрение заявки отложено',
		news: 'Совет отложил рассмотрение заявки. О новом дне мы сообщим отдельно.'
	},
	'proposal made': {
		subject: 'По заявке направлено представление',
		news: 'По заявке направлено представление о присвоении статуса.'
	}
};

/**
 * Prepares the letter about a decision on an application as it stood before: it waits until it is released, and its
 * words may be changed till then.
 */
export async function prepareLetter(
	tx: Tx,
	{ now }: Pick<Ctx, 'now'>,
	{ id, title, state, createdBy }: Pick<ApplicationFacts, 'id' | 'title' | 'state' | 'createdBy'>,
	{ kind, result, words = '' }: Decision & { words?: string }
): Promise<void> {
	const { subject: about, news } = WORDS[`${kind} ${result}`] ?? { subject: 'Решение по заявке', news: '' };
	const subject = `${about}: ${title}`;
	const name = (await peopleOf(tx, [createdBy])).get(createdBy)?.givenName;
	const said = words ? `\n\n${words}` : '';
	const text = `Здравствуйте${name ? `, ${name}` : ''}!\n\n${news}\nЗаявка: ${title}${said}`;
	await insertLetter(tx, {
		applicationId: id,
		kind,
		result,
		seenState: state,
		personId: createdBy,
		subject,
		text,
		preparedAt: now()
	});
}
