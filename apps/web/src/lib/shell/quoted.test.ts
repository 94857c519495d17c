import { expect, test } from 'vitest';
import { quoted } from './quoted.ts';

test('marks inside a quoted title become the inner ones', () => {
	expect(quoted('Урок: Сигнал «стоп»')).toBe('«Урок: Сигнал „стоп“»');
	expect(quoted('Дроби по шагам')).toBe('«Дроби по шагам»');
});
