import { EDUCATION_LEVELS, RUSSIAN_CITIZENSHIP } from '@stazhirovka/domain/register';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { refusals } from '../problem.ts';
import { Day, Moment, text } from '../words.ts';

const tags = ['register'];

const Forms = { genitive: text(300, 3), dative: text(300, 3), accusative: text(300, 3) };

export const NameForms = z.object({
	/** As the profile has it. */
	nominative: z.string(),
	/** Suggested by a machine until somebody confirms them; empty where nothing is suggested. */
	genitive: z.string(),
	dative: z.string(),
	accusative: z.string(),
	confirmedAt: Moment.nullable()
});
export type NameForms = z.infer<typeof NameForms>;

export const getNameForms = endpoint({
	method: 'GET',
	url: '/name-forms',
	schema: {
		tags,
		summary: 'My name in its cases: as I confirmed it, else as it is suggested (X14)',
		response: { 200: NameForms, ...refusals }
	}
});

export const confirmNameForms = endpoint({
	method: 'PUT',
	url: '/name-forms',
	schema: {
		tags,
		summary: 'Confirm my name in its cases; documents use no others',
		body: z.object(Forms),
		response: { 200: NameForms, ...refusals }
	}
});

export const RegisterData = z.object({
	birthDate: Day.nullable(),
	gender: z.enum(['f', 'm']).nullable(),
	/** Of the ОКСМ. */
	citizenship: z.string(),
	/** `000-000-000 00` */
	snils: z.string().nullable(),
	education: z
		.object({
			level: z.enum(EDUCATION_LEVELS),
			surname: z.string(),
			series: z.string(),
			number: z.string()
		})
		.nullable(),
	confirmedAt: Moment.nullable()
});
export type RegisterData = z.infer<typeof RegisterData>;

export const getRegisterData = endpoint({
	method: 'GET',
	url: '/register-data',
	schema: {
		tags,
		summary: 'What I entered for the federal register; nobody else reads it here',
		response: { 200: RegisterData, ...refusals }
	}
});

export const confirmRegisterData = endpoint({
	method: 'PUT',
	url: '/register-data',
	schema: {
		tags,
		summary: 'Enter and confirm what the federal register asks about me; the СНИЛС is stored encrypted (X6)',
		body: z.object({
			birthDate: Day,
			gender: z.enum(['f', 'm']),
			citizenship: z
				.string()
				.regex(/^\d{3}$/)
				.default(RUSSIAN_CITIZENSHIP),
			/** As it was typed; empty where a foreigner has none. */
			snils: text(40),
			education: z.object({
				level: z.enum(EDUCATION_LEVELS),
				surname: text(50, 1),
				series: text(20),
				number: text(40, 1)
			})
		}),
		response: { 200: RegisterData, ...refusals }
	}
});
