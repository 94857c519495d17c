import { fullName } from '../../certificates/names.ts';
import type { Institution, Named } from '../facts.ts';
import type { Paper } from '../paper.ts';
import { subjectFacts } from '../subject.ts';
import { dayOr, known, words } from '../wording.ts';

export type ConsentFacts = {
	controller: Pick<Institution, 'title' | 'address' | 'inn'>;
	person: Named;
	/** One purpose: a consent is given for each apart (X7). */
	purpose: string;
	data: string[];
	actions: string[];
	/** «до достижения цели обработки, но не более пяти лет»; null leaves a line to fill. */
	term: string | null;
	/** How it is taken back. */
	revoke: string | null;
	/** Who processes on behalf of the controller, name and address; null when nobody does. */
	processor: string | null;
	/** The day of signing; null is filled by hand. */
	day: string | null;
};

/** Согласие на обработку персональных данных as a document of its own (R158, X7, 152-ФЗ ст. 9). */
export function consentPd(facts: ConsentFacts): Paper {
	const { controller, person } = facts;
	const name = fullName(person);
	return {
		title: `Согласие на обработку персональных данных: ${name}`,
		author: controller.title,
		orientation: 'portrait',
		blocks: [
			{ kind: 'title', document: 'СОГЛАСИЕ', subject: 'на обработку персональных данных' },
			{ kind: 'facts', facts: subjectFacts(name) },
			{
				kind: 'paragraph',
				text: words`Я, ${name}, свободно, своей волей и в своём интересе даю согласие. Оператор персональных данных: ${controller.title}, ИНН ${known(controller.inn, 'ИНН', 14)}, адрес: ${known(controller.address, 'адрес', 34)}. Согласие дано на обработку моих персональных данных на следующих условиях.`
			},
			{ kind: 'heading', level: 2, text: 'Цель обработки' },
			{ kind: 'paragraph', text: facts.purpose },
			{ kind: 'heading', level: 2, text: 'Перечень персональных данных' },
			{ kind: 'list', items: facts.data },
			{ kind: 'heading', level: 2, text: 'Действия с персональными данными' },
			{
				kind: 'paragraph',
				text: `${sentence(facts.actions)} Обработка ведётся с использованием средств автоматизации и без них.`
			},
			...processor(facts.processor),
			{ kind: 'heading', level: 2, text: 'Срок и отзыв согласия' },
			{ kind: 'paragraph', text: words`Согласие действует: ${known(facts.term, 'срок', 40)}.` },
			{
				kind: 'paragraph',
				text: words`Согласие можно отозвать: ${known(facts.revoke, 'способ отзыва', 40)}. После отзыва оператор прекращает обработку, если у него нет иного законного основания продолжать её.`
			},
			{ kind: 'signatures', signatures: [{ position: name, name: null, day: dayOr(facts.day) }] }
		]
	};
}

function processor(name: string | null): Paper['blocks'] {
	return name ? [{ kind: 'paragraph', text: `По поручению оператора данные обрабатывает: ${name}.` }] : [];
}

function sentence(actions: string[]): string {
	const text = actions.join(', ');
	return text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : '';
}
