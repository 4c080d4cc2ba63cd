import { useTranslation } from 'react-i18next';
import type { DataSheet } from '#shared/contract/data-sheet.ts';
import paper from '../../components/paper.module.css';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './data-sheet.module.css';
import type { SheetPart } from './use-sheet-parts.ts';

/** The sheet as it comes out of the printer. */
export const SheetPaper = ({ sheet, parts }: { sheet: DataSheet; parts: readonly SheetPart[] }) => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  return (
    <article className={`${paper.sheet} ${classes.sheet}`}>
      <header>
        <h2 className={paper.heading}>{t('sheet.heading', { name: sheet.person.name })}</h2>
        <p className={classes.quiet}>
          {t('sheet.made', { shop: sheet.shopName, date: format.date(format.dayAt(sheet.at), 'long') })}
        </p>
      </header>
      {parts.map(({ key, title, lines }) => (
        <section key={key} className={classes.part}>
          <h3 className={classes.partTitle} id={`sheet-${key}`}>
            {title}
          </h3>
          {lines.length === 0 ? (
            <p className={classes.quiet}>{t('sheet.none')}</p>
          ) : (
            <table className={classes.table} aria-labelledby={`sheet-${key}`}>
              <thead className="visually-hidden">
                <tr>
                  {(['when', 'what', 'more'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`sheet.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map(({ when, what, more }, index) => (
                  // Lines never move, and two may say the same.
                  <tr key={`${key} ${String(index)}`}>
                    <td className={`${classes.when} num`}>{when}</td>
                    <td className={classes.what}>{what}</td>
                    <td className={classes.more}>{more}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </article>
  );
};
