import { Fragment } from 'react';
import type { PublishedMenu } from '../queries';
import { allergensOf, byCourse } from './menu-words';
import styles from './menus.module.css';

/** What a meal is made of, course by course, with the allergens that the mairie tells of. */
export function MealList({ dishes }: { readonly dishes: PublishedMenu['dishes'] }) {
  return (
    <dl className={styles.meal}>
      {byCourse(dishes).map(([course, choices]) => (
        <div key={course}>
          <dt>{course}</dt>
          <dd>
            {choices.map((dish, index) => {
              const allergens = allergensOf(dish);
              return (
                <Fragment key={dish.name}>
                  {index > 0 ? ' ou ' : ''}
                  {dish.name}
                  {allergens ? <small className="soft"> ({allergens})</small> : null}
                </Fragment>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
