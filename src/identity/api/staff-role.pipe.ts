import { Injectable, type PipeTransform } from '@nestjs/common';
import { httpProblems } from '../../platform/http/problems.js';
import { type Role, STAFF_ROLES } from '../rules/role.js';

/** A role of the mairie in the address; « parent » is not one, it comes with a family. */
@Injectable()
export class StaffRolePipe implements PipeTransform<string, Role> {
  transform(text: string): Role {
    const role = STAFF_ROLES.find((one) => one === text);
    if (!role) throw httpProblems.NOT_FOUND(`Ce rôle n’existe pas. Choisissez parmi ${STAFF_ROLES.join(', ')}.`);
    return role;
  }
}
