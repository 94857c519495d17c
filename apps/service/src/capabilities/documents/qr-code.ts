import { toString } from 'qrcode';

/** X5: the light field around the code is four modules wide. */
const QUIET_ZONE = 4;

/** A QR code as SVG; level M reads through a fold or a stamp's edge. */
export function qrCode(text: string): Promise<string> {
	return toString(text, { type: 'svg', margin: QUIET_ZONE, errorCorrectionLevel: 'M' });
}
