import { useI18n } from "vue-i18n";
import type { AreaView, RightView, Role } from "#contracts/acl";

/** What is built in is named in the person's language, what was made by its own name. */
export function useAclNames() {
	const { t, te } = useI18n();
	const said = (key: string, own: string) => (te(key) ? t(key) : own);

	/** Of an area of which only the key is known. */
	const areaWord = (key: string) => said(`acl.areas.${key}`, key);
	const areaName = ({ key, name, builtIn }: AreaView) =>
		builtIn ? said(`acl.areas.${key}`, name) : name;
	const rightName = ({ key, name, builtIn }: RightView) =>
		builtIn ? said(`acl.rights.${key.replace(":", ".")}`, name) : name;
	const roleName = ({ key, name }: Pick<Role, "key" | "name">) =>
		said(`acl.roles.${key}.name`, name);
	const roleText = ({ key, description }: Pick<Role, "key" | "description">) =>
		said(`acl.roles.${key}.description`, description);

	return { areaWord, areaName, rightName, roleName, roleText };
}
