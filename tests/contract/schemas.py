"""The OpenAPI document as a judge of requests and answers."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from referencing import Registry
from referencing.jsonschema import DRAFT202012

DOCUMENT = "urn:openapi"
ABSENT = "no OpenAPI document: set HH_OPENAPI, or put it at ../shared/hh-api/openapi.json beside the checkout"
_METHODS = ("get", "put", "post", "delete")
# The document shows collections and invitations by one example each; the others share it.
_EXAMPLES = {"GET": "/negotiations/response", "POST": "/negotiations/phone_interview"}


LATER: Mapping[str, frozenset[str]] = {
    "/employers/{employer_id}/vacancies/active": frozenset({"all_accessible", "manager_ids"}),
    "/resumes": frozenset({"employment_form", "work_format", "business_trip_readiness"}),
    "/saved_searches/resumes": frozenset({"employment_form", "work_format"}),
}
LATER_ANYWHERE = frozenset({"with_job_search_status"})
"""Parameters, by path and for all lists, that are described since the document, which is of July 2025."""


class Contract:
    """The document. Operations are named by id, or by a method and a path."""

    @staticmethod
    @cache
    def load() -> Contract | None:
        """Return the contract, or None where there is no document."""
        beside = Path(__file__).parents[3] / "shared" / "hh-api" / "openapi.json"
        path = Path(os.environ.get("HH_OPENAPI") or beside)
        return Contract(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = translated(document)
        resource = DRAFT202012.create_resource(self._document)
        self._registry = Registry().with_resource(DOCUMENT, resource)
        self._operations: dict[str, tuple[str, str]] = {}
        for path, methods in self._document["paths"].items():
            for method in set(methods) & set(_METHODS):
                self._operations[methods[method]["operationId"]] = (method, path)

    def response(self, operation: str, status: int = 200) -> Draft202012Validator:
        """Return a validator of an operation's JSON answer; ``operation`` is an id, or the path of a GET."""
        method, path = self._operations.get(operation) or ("get", self.template("GET", operation))
        place = ["paths", path, method, "responses", str(status)]
        shared = self._document["paths"][path][method]["responses"][str(status)].get("$ref")
        if shared:
            place = shared.partition("#/")[2].split("/")
        return self._at(*place, "content", "application/json", "schema")

    def schema(self, name: str) -> Draft202012Validator:
        """Return a validator for a named schema: for one of the alternatives that some answers mix."""
        return self._at("components", "schemas", name)

    def answer(self, operation: str, status: int = 200) -> dict[str, Any]:
        """Return the bare schema of an operation's JSON answer."""
        method, path = self._operations[operation]
        answers = self._document["paths"][path][method]["responses"]
        found: dict[str, Any] = answers[str(status)]["content"]["application/json"]["schema"]
        return found

    def named(self, name: str) -> dict[str, Any]:
        """Return the bare schema of that name."""
        found: dict[str, Any] = self._document["components"]["schemas"][name]
        return found

    def json_body(self, method: str, path: str) -> Draft202012Validator:
        """Return a validator of what an operation takes as JSON."""
        template = self.template(method, path)
        return self._at(
            "paths", template, method.lower(), "requestBody", "content", "application/json", "schema"
        )

    def _at(self, *tokens: str) -> Draft202012Validator:
        pointer = "/".join(token.replace("~", "~0").replace("/", "~1") for token in tokens)
        return Draft202012Validator({"$ref": f"{DOCUMENT}#/{pointer}"}, registry=self._registry)

    def template(self, method: str, path: str) -> str:
        """Return the document's path for a request path; LookupError if it has none."""
        bare = path.partition("?")[0]
        known = [known for known, methods in self._document["paths"].items() if method.lower() in methods]
        for template in sorted(known, key=lambda known: known.count("{")):
            if re.fullmatch(re.sub(r"\\?\{[^}]+\\?\}", "[^/]+", re.escape(template)), bare):
                listed = method == "GET" and _is_collection(template, bare)
                return _EXAMPLES["GET"] if listed else str(template)
        if re.fullmatch(r"/negotiations/[a-z_]+", bare) and method in _EXAMPLES:
            return _EXAMPLES[method]
        raise LookupError(f"{method} {bare}")

    def request(
        self,
        method: str,
        path: str,
        query: Iterable[tuple[str, str]] = (),
        form: Iterable[tuple[str, str]] = (),
    ) -> list[str]:
        """Return what is wrong with a request: its path, parameters, form fields or their types."""
        try:
            template = self.template(method, path)
        except LookupError as unknown:
            return [f"unknown operation {unknown}"]
        operation = self._document["paths"][template][method.lower()]
        parameters = [self.resolved(entry) for entry in operation.get("parameters", [])]
        known = {entry["name"]: entry["schema"] for entry in parameters if entry["in"] == "query"}
        needed = {entry["name"] for entry in parameters if entry["in"] == "query" and entry.get("required")}
        query = [(name, value) for name, value in query if name not in LATER.get(template, LATER_ANYWHERE)]
        faults = self._fields("query", query, known, needed)
        content = operation.get("requestBody", {}).get("content", {})
        body = self.resolved(content.get("application/x-www-form-urlencoded", {}).get("schema", {}))
        if not body and template == "/negotiations/{collection_name}/{nid}":
            return faults  # its form fields are whatever the action's arguments say
        return faults + self._fields("form", form, body.get("properties", {}), set(body.get("required", ())))

    def _fields(
        self, kind: str, given: Iterable[tuple[str, str]], known: dict[str, Any], needed: set[str]
    ) -> list[str]:
        fields = list(given)
        faults = [f"{kind} without {name}" for name in sorted(needed - {name for name, _ in fields})]
        for name, value in fields:
            if name not in known:
                faults.append(f"{kind} with unknown {name}")
            elif not _reads_as(value, self.resolved(known[name])):
                faults.append(f"{kind} {name} is no {known[name].get('type')}")
        return faults

    def resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return a schema, or what it refers to."""
        while "$ref" in schema:
            found: Any = self._document
            for token in schema["$ref"].removeprefix(f"{DOCUMENT}#/").split("/"):
                found = found[token.replace("~1", "/").replace("~0", "~")]
            schema = found
        return schema


def translated(schema: Any) -> Any:
    """Return an OpenAPI 3.0 schema as JSON Schema 2020-12.

    ``nullable`` becomes an alternative, references become absolute; a type beside alternatives goes, since
    the document calls even texts objects there.
    """
    if isinstance(schema, list):
        return [translated(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith("#"):
        return {"$ref": DOCUMENT + reference}
    plain = {key: translated(value) for key, value in schema.items() if key not in ("nullable", "example")}
    if ("oneOf" in plain or "anyOf" in plain) and "properties" not in plain:
        plain.pop("type", None)
    if schema.get("nullable") is not True:
        return plain
    if schema.get("enum") == [None]:
        return {"type": "null"}
    return {"anyOf": [{"type": "null"}, plain]}


def _is_collection(template: str, path: str) -> bool:
    return template == "/negotiations/{id}" and not path.rpartition("/")[2].isdigit()


def _reads_as(value: str, schema: dict[str, Any]) -> bool:
    match schema.get("type"):
        case "integer":
            return re.fullmatch(r"-?\d+", value) is not None
        case "number":
            return re.fullmatch(r"-?\d+(\.\d+)?", value) is not None
        case "boolean":
            return value in ("true", "false")
    return value in schema["enum"] if "enum" in schema else True
