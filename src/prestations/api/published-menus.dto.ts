import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import type { ShownMenu } from '../actions/menus/list-menus.js';
import { type Allergen, ALLERGENS, type Course, COURSES } from '../rules/published-menu.js';

export class DishDto {
  /**
   * `STARTER` (entrée), `MAIN` (plat), `SIDE` (accompagnement), `DAIRY` (produit laitier), `DESSERT` ou `SNACK`
   * (goûter). Plusieurs pour un même moment du repas sont un choix.
   */
  @IsIn(COURSES)
  course!: Course;

  /** Du texte : aucune mise en forme n’est interprétée. @example "Gratin de courge" */
  @Typed({ max: 120 })
  name!: string;

  /** Parmi les quatorze allergènes à déclaration obligatoire ; vide : aucun n’est signalé. */
  @ApiProperty({ enum: ALLERGENS, isArray: true, required: false, example: ['GLUTEN', 'MILK'] })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(ALLERGENS, { each: true })
  allergens?: Allergen[];
}

export class MenuOfDateDto {
  @DayField({ example: '2026-12-01' })
  date!: Temporal.PlainDate;

  /** De 1 à 16. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(16)
  @ValidateNested({ each: true })
  @Type(() => DishDto)
  dishes!: DishDto[];
}

export class NewPublishedMenusDto {
  /** De 1 à 62 jours ; un jour déjà publié est remplacé. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(62)
  @ValidateNested({ each: true })
  @Type(() => MenuOfDateDto)
  days!: MenuOfDateDto[];
}

export class PublishedDishDto {
  /** @example "MAIN" */
  @ApiProperty({ enum: COURSES })
  course!: Course;
  /** @example "Gratin de courge" */
  name!: string;
  @ApiProperty({ enum: ALLERGENS, isArray: true, example: ['GLUTEN', 'MILK'] })
  allergens!: Allergen[];
}

export class PublishedMenuDto {
  @DayField({ example: '2026-12-01' })
  date!: Temporal.PlainDate;
  /** @example 7 */
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** Dans l’ordre du repas. */
  dishes!: PublishedDishDto[];
  @MomentField()
  publishedAt!: Temporal.Instant;
}

export function publishedMenuDto(menu: ShownMenu): PublishedMenuDto {
  const { date, prestationId, prestationName, dishes, publishedAt } = menu;
  const told = dishes.map(({ course, name, allergens }) => ({ course, name, allergens: [...allergens] }));
  return { date, prestationId, prestationName, dishes: told, publishedAt };
}
