import { fieldsOf, type Answer, type Field, type FormDefinition } from '../forms/index.ts';

const KIND = 'kind';
const TOPIC = /^тема/i;

/** What a work is called on the forum: «Урок: Дроби вокруг нас», from the kind and, where it is asked, the topic. */
export function titleOf(definition: FormDefinition, answer: Answer): string {
	const fields = fieldsOf(definition);
	const topic = fields.find(({ label }) => TOPIC.test(label));
	const title = [kindOf(fields, answer[KIND]), topic && answer[topic.key]].filter(
		(part) => typeof part === 'string'
	);

	return title.map((part) => part.trim()).join(': ') || definition.title;
}

function kindOf(fields: Field[], value: Answer[string]): string | undefined {
	const field = fields.find(({ key }) => key === KIND);
	const label =
		field?.kind === 'singleChoice' && field.options.find((option) => option.value === value)?.label;
	return label ? label.charAt(0).toUpperCase() + label.slice(1) : undefined;
}
