import { expect, test } from 'vitest';
import { csv } from './index.ts';

test('X24 a table is one record a line, with quotes where a cell needs them', () => {
	expect(
		csv([
			['а', 'б;в'],
			['«к» "л"', 'м\nн']
		])
	).toBe('\uFEFFа;"б;в"\r\n"«к» ""л""";"м\nн"\r\n');
});

test('X24 no cell is run as a formula', () => {
	const cells = ['=1+1', '+7 900', '-2', '@SUM(A1)', '\tx', '2-1'];
	expect(csv([cells])).toBe("\uFEFF'=1+1;'+7 900;'-2;'@SUM(A1);'\tx;2-1\r\n");
});
