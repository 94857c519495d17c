export { linksIn, lacksOf, writingFaults, type ExperienceFault, type ExperienceText } from './summary.ts';
