import * as contract from '@stazhirovka/contract/applications';
import { regulationFile } from '@stazhirovka/db/seeds';
import { organisations } from '@stazhirovka/db/schema';
import {
	EXAMPLES,
	type Answer,
	type Column,
	type Field,
	type FieldValue,
	type FormDefinition
} from '@stazhirovka/domain/forms';
import type { SheetKind } from '@stazhirovka/domain/sites';
import { makePerson } from './person.ts';
import { keeper } from './regulation.ts';
import type { Visitor } from './visitor.ts';
import type { World } from './world.ts';

export type Rules = Record<string, unknown> &
	Record<'status' | 'host' | 'application', Record<string, unknown>>;

/** Publishes a regulation of the seeds, from the first day of 2027, under another key if one is given. */
export async function publishRules(visitor: Visitor, seed: string, changes: Record<string, unknown> = {}) {
	const document = { ...(regulationFile(seed) as Rules), ...changes };
	const draft = await keeper(visitor).put(document);
	const answer = await keeper(visitor).publish(draft, '2027-01-01');
	if (!answer.ok) throw new Error(answer.refusal.code);
	return document;
}

/** A regulation that takes applications on any day. */
export const ROLLING = {
	key: 'rolling',
	status: {
		...(regulationFile('lenobl') as Rules).status,
		application_window: { kind: 'rolling' }
	}
};

/** What was answered, in short. */
export function told(answer: { ok: boolean; refusal?: { status: number; code: string } }): number | string {
	return answer.ok ? 200 : `${answer.refusal?.status} ${answer.refusal?.code}`;
}

let made = 0;

/** Somebody of an organisation of their own. */
export async function makeApplicant({ db, region, as }: World) {
	made += 1;
	const title = `Школа № ${1000 + made}`;
	const [organisation] = await db
		.insert(organisations)
		.values({ title, shortTitle: title, kind: 'host', regionId: region.id })
		.returning();
	if (!organisation) throw new Error('No organisation was stored');
	const person = await makePerson(db, { organisationId: organisation.id });
	return { person, organisation, visitor: await as(person) };
}

/** What people do with applications; refusals are answers, but for `begin` and `fill`. */
export function applying(visitor: Visitor) {
	const onRevision = (id: string, revision: number) => ({ params: { id }, body: { revision } });
	const read = (id: string) => visitor.must(contract.getApplication, { params: { id } });
	const sheet = (id: string, kind: SheetKind) =>
		visitor.must(contract.getApplicationSheet, { params: { id, sheet: kind } });
	const save = (id: string, kind: SheetKind, revision: number, answer: Answer) =>
		visitor.call(contract.saveApplicationSheet, {
			params: { id, sheet: kind },
			body: { revision, answer: answer as Record<string, string> }
		});

	async function fill(id: string, changes: Partial<Record<SheetKind, Answer>> = {}) {
		for (const { kind } of (await read(id)).sheets) {
			const { definition, revision } = await sheet(id, kind);
			const answer = { ...filled(definition as FormDefinition), ...changes[kind] };
			const saved = await save(id, kind, revision, answer);
			if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
		}
		return read(id);
	}

	return {
		read,
		sheet,
		save,
		fill,
		begin: (regulation: string, title = 'Площадка наставников') =>
			visitor.must(contract.beginApplication, { body: { regulation, title, theme: 'Наставничество' } }),
		submit: ({ id, revision }: { id: string; revision: number }) =>
			visitor.call(contract.submitApplication, onRevision(id, revision)),
		accept: ({ id, revision }: { id: string; revision: number }) =>
			visitor.call(contract.acceptApplication, onRevision(id, revision)),
		giveBack: (
			{ id, revision }: { id: string; revision: number },
			reason = 'Нет подписи руководителя',
			remarks: string[] = []
		) =>
			visitor.call(contract.returnApplication, {
				params: { id },
				body: { revision, reason, remarks }
			}),
		withdraw: ({ id, revision }: { id: string; revision: number }, reason = 'Передумали подавать') =>
			visitor.call(contract.withdrawApplication, { params: { id }, body: { revision, reason } })
	};
}

/** An answer in which every field is given. */
function filled(definition: FormDefinition): Answer {
	const fields = definition.sections.flatMap((section) => section.fields);
	return Object.fromEntries(fields.map((field) => [field.key, valueOf(field)]));
}

function valueOf(field: Field): FieldValue {
	switch (field.kind) {
		case 'number':
			return 4;
		case 'date':
			return '2027-01-11';
		case 'period':
			return { from: '2027-02-01', to: '2028-12-25' };
		case 'singleChoice':
			return field.options[0]?.value ?? null;
		case 'file':
			return [];
		case 'table':
			return [
				Object.fromEntries(
					field.columns.map((column) => [column.key, column.kind === 'number' ? 2 : wordsOf(column)])
				)
			];
		default:
			return wordsOf(field);
	}
}

function wordsOf(field: Field | Column): string {
	return field.kind === 'shortText' && field.pattern ? EXAMPLES[field.pattern] : 'Слова';
}
