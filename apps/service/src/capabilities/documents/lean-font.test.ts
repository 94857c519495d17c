import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { leanFont } from './lean-font.ts';

const require = createRequire(import.meta.url);
const whole = ['pt-serif/400Regular/PTSerif_400Regular', 'pt-sans/700Bold/PTSans_700Bold'].map((name) =>
	readFileSync(require.resolve(`@expo-google-fonts/${name}.ttf`))
);
const TEXT = 'Съешь же ещё этих мягких французских булок, да выпей чаю № 12 – «ЁЖ» Đñéß';

function pageWith(fonts: Buffer[]): Buffer {
	const compiler = NodeCompiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs: fonts }] });
	const source = `#set page(width: 800pt, height: 200pt)\n#set text(font: ("PT Serif",), fallback: false)\n${TEXT}\n\n#text(font: "PT Sans", weight: "bold")[${TEXT}]`;
	return compiler.pdf({ mainFileContent: source });
}
const tool = (name: string, pdf: Buffer, ...given: string[]) =>
	execFileSync(name, given, { input: pdf, stdio: 'pipe', maxBuffer: 1e8 });

test('a lean font draws the same outlines and reads the same, in a file a third lighter', () => {
	const [heavy, light] = [pageWith(whole), pageWith(whole.map(leanFont))];

	expect(light.length).toBeLessThan(heavy.length * 0.67);
	const read = (pdf: Buffer) => tool('pdftotext', pdf, '-', '-').toString();
	expect(read(light)).toBe(read(heavy));
	expect(read(light)).toContain(TEXT);
	// Without hints both: outlines alone are compared.
	const drawn = (pdf: Buffer) => tool('pdftoppm', pdf, '-r', '150', '-freetype', 'yes', '-gray', '-');
	expect(drawn(light).equals(drawn(heavy))).toBe(true);
});

test('what has no outlines of TrueType stays as it is', () => {
	const other = Buffer.alloc(12);
	expect(leanFont(other)).toBe(other);
});
