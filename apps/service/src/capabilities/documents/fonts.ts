import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { leanFont } from './lean-font.ts';

const require = createRequire(import.meta.url);

const FAMILIES = { 'pt-sans': 'PTSans', 'pt-serif': 'PTSerif' };
const STYLES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** PT Sans and PT Serif as they lie in the packages, without what only makes files heavier: the only fonts of our documents. */
export function readFonts(): Buffer[] {
	return Object.entries(FAMILIES).flatMap(([folder, family]) =>
		STYLES.map((style) =>
			leanFont(readFileSync(require.resolve(`@expo-google-fonts/${folder}/${style}/${family}_${style}.ttf`)))
		)
	);
}
