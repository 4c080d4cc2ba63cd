import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#shared/contract/imports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './import.module.css';

/** More are no help on a screen. */
const shownProblems = 200;

/** Every row that is left out, with what stands in the file and why. */
export const ProblemTable = ({ report }: { report: ImportReport }) => {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const shown = report.problems.slice(0, shownProblems);
  return (
    <section className={classes.problems} aria-label={t('problem.title')} {...keyboardScroll}>
      <table className={classes.problemTable}>
        <caption className={classes.caption}>
          {t('problem.title')}
          {shown.length < report.refused && (
            <span> {t('check.problemsShown', { n: format.number(shown.length) })}</span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('problem.row')}</th>
            <th scope="col">{t('problem.value')}</th>
            <th scope="col">{t('problem.why')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, code, value }) => (
            <tr key={`${row} ${code}`}>
              <td className="num">{format.number(row)}</td>
              <td className={classes.problemValue}>{value === '' ? t('columns.emptyCell') : value}</td>
              <td>{t(`problem.${code}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The list scrolls on its own, so the keyboard must be able to reach it. */
const keyboardScroll = { tabIndex: 0 };
