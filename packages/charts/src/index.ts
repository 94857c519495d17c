export { bars, type BarRow } from './bars.ts';
export { type Told } from './engine.ts';
export { heatMap, type HeatRow } from './heat-map.ts';
export { lines, type LineSeries } from './lines.ts';
export { timeline, type TimelineMark, type TimelineRow, type TimelineTone } from './timeline.ts';
export { onPaper } from './paper.ts';
