/* SPDX-License-Identifier: Apache-2.0 */
/* policy.y - the language. Actions only build trees; meaning is decided elsewhere.
 *
 * Recovery: a broken clause ends where the next clause or item begins. Each word that begins one
 * is a nonterminal of its own (when, require, ...), so that a mistake right behind another is told.
 */
%require "3.8"
%define api.prefix {policy_}
%define api.pure full
%define api.token.prefix {TOK_}
%define api.token.raw
%define api.value.type union
%define api.location.type {struct span}
%define api.header.include {"grammar/parser.h"}
%define parse.error custom
%define parse.lac full
%define parse.trace
%locations
%expect 0

%code requires {
#include "grammar/state.h"
#ifndef YY_TYPEDEF_YY_SCANNER_T
#define YY_TYPEDEF_YY_SCANNER_T
typedef void *yyscan_t;
#endif
}
%code provides {
/* The scanner's bridge looks for bison's unprefixed names. */
#define YYSTYPE POLICY_STYPE
#define YYLTYPE POLICY_LTYPE
/* Already reported by the scanner: recover without saying more. */
#define TOK_REPORTED TOK_POLICY_error
}
%code {
#include "grammar/build.h"
#include "grammar/expected.h"
#include "grammar/scanner.h"

/* As deep as the conditions of PARSE_MAX_DEPTH go: the stack never grows, so a jump out of the
 * parser when memory ends leaves nothing behind. */
#define YYINITDEPTH 1600
#define YYMAXDEPTH 1600

#define YYLLOC_DEFAULT(at, rhs, n)                                      \
	((at) = (n) ? (struct span){ YYRHSLOC(rhs, 1).from,             \
	                             YYRHSLOC(rhs, n).to }              \
	            : (struct span){ YYRHSLOC(rhs, 0).to,               \
	                             YYRHSLOC(rhs, 0).to })
#define EXPR(kind, at) ast_expr(p->arena, EXPR_##kind, at)
#define CLAUSE(kind, at) ast_clause(p->arena, CLAUSE_##kind, at)
#define ITEM(kind, at) ast_item(p->arena, ITEM_##kind, at)
#define NEW(type) ((type *)arena_alloc(p->arena, sizeof(type)))
#define ADD_WORD(words, word) ast_words_add(p->arena, &(words), word)
/* A part of the policy begins: what was open and broken before it is forgotten. */
#define BEGIN_PART (yyerrok, p->depth = 0, p->links = 0)

static void policy_error(const struct span *at, yyscan_t scanner,
                         struct parse *p, const char *message);
}
%lex-param {yyscan_t scanner}
%parse-param {yyscan_t scanner} {struct parse *p}
%initial-action { @$ = (struct span){ p->offset, p->offset }; }

%token END 0 "end of file"
%token MAPPING "mapping" FROM "from"
%token LANGUAGE "language" POLICY "policy" MODEL "model" USE "use" APPLIES "applies"
%token SOURCE "source" DATED "dated" PARAMETER "parameter" PROFILE "profile" WITHOUT "without"
%token DEFINE "define" CONTEXT "context" STREAM "stream" LOOKUP "lookup" TO "to"
%token INVARIANT "invariant" RULE "rule" TABLE "table" TEST "test" ON "on" NOTE "note"
%token CITE "cite" SEVERITY "severity" LEVEL "level" WHEN "when" UNLESS "unless"
%token REQUIRE "require" CHECK_MANUALLY "check manually" CAUTION "caution" FIX "fix"
%token ALLOW "allow" BY "by" COVERS "covers" WIDENS "widens" ROW "row"
%token GIVEN "given" EXPECT "expect" FOR "for" AT "at" FLEET_COMPLETE "fleet complete"
%token ONE_OF "one of" SET_OF "set of" LIST_OF "list of" UP_TO "up to" CALLED "called"
%token AND "and" OR "or" NOT "not" IN "in" IS "is" PRESENT "present" ABSENT "absent"
%token INCLUDES "includes" EXCLUDES "excludes" STARTS "starts with" ENDS "ends with"
%token CONTAINS "contains" MATCHES "matches" EQUALS "equals" IGNORING_CASE "ignoring case"
%token MADE_OF "made of"
%token EVERY "every" SOME "some" HAS "has" HAVE "have" ANY "any" ALL "all" COUNT "count"
%token WHERE "where" AT_LEAST "at least" PERCENT "percent" OF "of" LENGTH "length"
%token NOW "now" YES "yes" NO "no" CERTIFICATE "certificate"
%token EQUAL "=" DIFFERENT "!=" LESS "<" AT_MOST "<=" GREATER ">" NOT_BELOW ">="
%token PLUS "+" MINUS "-" LEFT "(" RIGHT ")" LEFT_BRACKET "[" RIGHT_BRACKET "]"
%token LEFT_BRACE "{" RIGHT_BRACE "}" COMMA "," COLON ":" BAR "|" ROW_END "end of the row"
%token <struct word> WORD "a word" LABEL "a name with a colon" TEXT "text in quotes"
%token <struct word> DOTTED "a dotted number" SUBJECT "a subject" CELL "a cell"
%token <struct word> COVERING "a value that covers another"
%token <struct expr *> NUMBER "a number" DATE "a date"
%token <int64_t> MARK "a note mark"

%nterm <struct word> name id version field_key entity
%nterm <struct words> words names modifiers
%nterm <struct expr *> condition conjunction disjunction simple comparison operand primary
%nterm <struct expr *> literal choices classes class where value setting
%nterm <struct clauses> clauses note_clauses
%nterm <struct clause *> clause note_clause
%nterm <struct rows> rows
%nterm <struct row> cells
%nterm <struct cell> cell
%nterm <struct type_tree> type value_list
%nterm <struct facts_tree> facts
%nterm <struct fact_tree *> fact
%nterm <struct word> doc
%nterm <struct columns_tree> columns
%nterm <struct column_tree *> column column_type
%nterm <struct origins_tree> origins
%nterm <struct origin_tree *> origin
%nterm <struct words> texts column_titles origin_columns
%nterm <struct item *> item settings setups
%nterm <struct given *> given_value given_list
%nterm <struct fields> fields more_fields
%nterm <struct field *> field
%nterm <struct expect *> expect
%nterm <struct setup *> setup
%nterm <struct setting *> set
%nterm <enum expr_op> compare pattern

%precedence LOWEST
%precedence error "|"
%%
file: language items;

language:
  %empty
| "language" NUMBER     { p->file->language = $2->number; p->file->language_at = @$; }
;

items:
  %empty
| items item            { if ($2) TREE_ADD(*p->file, $2); }
| items error
;

item:
  policy WORD version TEXT
	{ $$ = ITEM(POLICY, @$); $$->name = $2; $$->version = $3; $$->title = $4; }
| model WORD NUMBER TEXT
	{ $$ = ITEM(MODEL, @$); $$->name = $2; $$->version.text = $3->text; $$->title = $4; }
| mapping WORD version TEXT
	{ $$ = ITEM(MAPPING, @$); $$->name = $2; $$->version = $3; $$->title = $4; }
| use "model" WORD NUMBER
	{ $$ = ITEM(USE_MODEL, @$); $$->name = $3; $$->version.text = $4->text; }
| use "policy" WORD     { $$ = ITEM(USE_POLICY, @$); $$->name = $3; }
| applies "when" condition
	{ $$ = ITEM(APPLIES, @$); $$->condition = $3; }
| source WORD TEXT      { $$ = ITEM(SOURCE, @$); $$->name = $2; $$->title = $3; }
| source WORD TEXT "dated" DATE
	{ $$ = ITEM(SOURCE, @$); $$->name = $2; $$->title = $3; $$->date = $5; }
| parameter LABEL ":" type "=" setting doc
	{ $$ = ITEM(PARAMETER, @$); $$->name = $2; $$->type = $4; $$->condition = $6;
	  $$->title = $7; }
| parameter LABEL ":" type doc
	{ $$ = ITEM(PARAMETER, @$); $$->name = $2; $$->type = $4; $$->title = $5; }
| from WORD columns %prec LOWEST
	{ $$ = ITEM(FROM, @$); $$->name = $2; $$->columns = $3; }
| from error columns %prec LOWEST     { $$ = NULL; }
| to entity origins %prec LOWEST
	{ $$ = ITEM(TO, @$); $$->name = $2; $$->origins = $3; }
| to error origins %prec LOWEST       { $$ = NULL; }
| profile WORD TEXT settings %prec LOWEST
	{ $$ = $4; $$->at = @$; $$->name = $2; $$->title = $3; }
| define id "on" entity "=" condition
	{ $$ = ITEM(DEFINE, @$); $$->name = $2; ADD_WORD($$->places, $4); $$->condition = $6; }
| context WORD TEXT facts %prec LOWEST
	{ $$ = ITEM(CONTEXT, @$); $$->name = $2; $$->title = $3; $$->facts = $4; }
| stream WORD TEXT facts %prec LOWEST
	{ $$ = ITEM(STREAM, @$); $$->name = $2; $$->title = $3; $$->facts = $4; }
| context error facts %prec LOWEST    { $$ = NULL; }
| stream error facts %prec LOWEST     { $$ = NULL; }
| lookup WORD type "to" type rows
	{ $$ = ITEM(LOOKUP, @$); $$->name = $2; $$->from = $3; $$->type = $5;
	  $$->rows = $6; }
| rule id "on" names TEXT clauses %prec LOWEST
	{ $$ = ITEM(RULE, @$); $$->name = $2; $$->places = $4; $$->title = $5; $$->clauses = $6; }
| rule error clauses %prec LOWEST     { $$ = NULL; }
| table id "on" names TEXT clauses %prec LOWEST
	{ $$ = ITEM(TABLE, @$); $$->name = $2; $$->places = $4; $$->title = $5; $$->clauses = $6; }
| table error clauses %prec LOWEST    { $$ = NULL; }
| test TEXT setups %prec LOWEST       { $$ = $3; $$->at = @$; $$->title = $2; }
| test error setups %prec LOWEST      { $$ = NULL; }
;

policy:    "policy"    { BEGIN_PART; };
model:     "model"     { BEGIN_PART; };
mapping:   "mapping"   { BEGIN_PART; };
from:      "from"      { BEGIN_PART; };
to:        "to"        { BEGIN_PART; };
use:       "use"       { BEGIN_PART; };
applies:   "applies"   { BEGIN_PART; };
source:    "source"    { BEGIN_PART; };
parameter: "parameter" { BEGIN_PART; };
profile:   "profile"   { BEGIN_PART; };
define:    "define"    { BEGIN_PART; };
context:   "context"   { BEGIN_PART; };
stream:    "stream"    { BEGIN_PART; };
lookup:    "lookup"    { BEGIN_PART; };
rule:      "rule"      { BEGIN_PART; };
table:     "table"     { BEGIN_PART; };
test:      "test"      { BEGIN_PART; };

version: DOTTED | NUMBER { $$ = (struct word){ $1->text, @1, NULL }; };
id:      WORD;
name:    WORD | "certificate" { $$ = (struct word){ TEXT("certificate"), @1, NULL }; };
entity:  name;
names:   name           { $$ = (struct words){ 0 }; ADD_WORD($$, $1); }
       | names "," name { $$ = $1; ADD_WORD($$, $3); };
words:   WORD           { $$ = (struct words){ 0 }; ADD_WORD($$, $1); }
       | words "," WORD { $$ = $1; ADD_WORD($$, $3); };
doc:     %empty         { $$ = (struct word){ 0 }; } | TEXT;

settings:
  %empty                { $$ = ITEM(PROFILE, @$); }
| settings set          { $$ = $1;
	if ($$->last_setting) $$->last_setting->next = $2; else $$->settings = $2;
	$$->last_setting = $2; }
| settings error        { $$ = $1; }
;

set:
  label ":" setting     { $$ = NEW(struct setting); $$->name = $<struct word>1; $$->value = $3; }
| without WORD          { $$ = NEW(struct setting); $$->name = $2; }
;
without: "without" { BEGIN_PART; };

facts:
  %empty                { $$ = (struct facts_tree){ 0 }; }
| facts fact            { $$ = $1; TREE_ADD($$, $2); }
| facts error           { $$ = $1; }
;

fact:
  label ":" type doc    { $$ = NEW(struct fact_tree); $$->name = $<struct word>1; $$->type = $3;
                          $$->doc = $4; $$->at = @$; }
| label ":" type doc "=" value doc
	{ $$ = NEW(struct fact_tree); $$->name = $<struct word>1; $$->type = $3;
	  $$->doc = $7.at.to ? $7 : $4; $$->value = $6; $$->at = @$;
	  if ($4.at.to && $7.at.to)
		policy_error(&@7, scanner, p, "what the fact is was said before its value"); }
| label ":" type doc "by" rows
	{ $$ = NEW(struct fact_tree); $$->name = $<struct word>1; $$->type = $3; $$->doc = $4;
	  $$->rows = $6; $$->at = @$; }
| invariant condition TEXT
	{ $$ = NEW(struct fact_tree); $$->kind = FACT_TREE_INVARIANT; $$->value = $2;
	  $$->doc = $3; $$->at = @$; }
;

label:     LABEL       { BEGIN_PART; $<struct word>$ = $1; };
invariant: "invariant" { BEGIN_PART; };

value:
  condition
| "lookup" operand "in" WORD
	{ $$ = EXPR(LOOKUP, @$); $$->left = $2; $$->name = $4; }
;

type:
  name modifiers        { $$ = (struct type_tree){ .form = TYPE_TREE_PLAIN, .at = @1 };
                          ADD_WORD($$.words, $1); $$.modifiers = $2; }
| "one of" value_list modifiers
	{ $$ = $2; $$.form = TYPE_TREE_ONE_OF; $$.at = span_join(@1, @2); $$.modifiers = $3; }
| "set of" value_list modifiers
	{ $$ = $2; $$.form = TYPE_TREE_SET; $$.at = span_join(@1, @2); $$.modifiers = $3; }
| "list of" name "up to" NUMBER modifiers
	{ $$ = (struct type_tree){ .form = TYPE_TREE_LIST, .at = span_join(@1, @4) };
	  ADD_WORD($$.words, $2); $$.cap = $4->number; $$.modifiers = $5; }
;

value_list:
  WORD                  { $$ = (struct type_tree){ 0 }; ADD_WORD($$.words, $1);
                          ADD_WORD($$.labels, (struct word){ 0 }); }
| WORD "called" TEXT    { $$ = (struct type_tree){ 0 }; ADD_WORD($$.words, $1);
                          ADD_WORD($$.labels, $3); }
| value_list "," WORD   { $$ = $1; ADD_WORD($$.words, $3);
                          ADD_WORD($$.labels, (struct word){ 0 }); }
| value_list "," WORD "called" TEXT
	{ $$ = $1; ADD_WORD($$.words, $3); ADD_WORD($$.labels, $5); }
;

modifiers:
  %empty                { $$ = (struct words){ 0 }; }
| modifiers WORD        { $$ = $1; ADD_WORD($$, $2); }
;

texts:
  TEXT                  { $$ = (struct words){ 0 }; ADD_WORD($$, $1); }
| texts "," TEXT        { $$ = $1; ADD_WORD($$, $3); }
;

columns:
  %empty                { $$ = (struct columns_tree){ 0 }; }
| columns column        { $$ = $1; TREE_ADD($$, $2); }
| columns error         { $$ = $1; }
;

column:
  label ":" column_type modifiers column_titles
	{ $$ = $3; $$->name = $<struct word>1; $$->modifiers = $4; $$->titles = $5; $$->at = @$; }
| label ":" texts
	{ $$ = NEW(struct column_tree); $$->kind = COLUMN_TREE_OPTION;
	  $$->name = $<struct word>1; $$->titles = $3; $$->at = @$; }
;

column_type:
  WORD                  { $$ = NEW(struct column_tree); $$->type = $1; }
| WORD NUMBER           { $$ = NEW(struct column_tree); $$->type = $1; $$->number = $2->number; }
| WORD "at" TEXT        { $$ = NEW(struct column_tree); $$->type = $1; $$->separator = $3; }
;

column_titles:
  %empty                { $$ = (struct words){ 0 }; }
| "called" texts        { $$ = $2; }
;

origins:
  %empty                { $$ = (struct origins_tree){ 0 }; }
| origins origin        { $$ = $1; TREE_ADD($$, $2); }
| origins error         { $$ = $1; }
;

origin:
  label ":" origin_columns
	{ $$ = NEW(struct origin_tree); $$->name = $<struct word>1; $$->columns = $3; $$->at = @$; }
| label ":" "by" rows
	{ $$ = NEW(struct origin_tree); $$->name = $<struct word>1; $$->rows = $4; $$->at = @$; }
;

origin_columns:
  WORD                  { $$ = (struct words){ 0 }; ADD_WORD($$, $1); }
| origin_columns "or" WORD { $$ = $1; ADD_WORD($$, $3); }
;

rows:
  "|" cells ROW_END     { struct row *row = NEW(struct row); *row = $2; row->at = @$;
                          $$ = (struct rows){ row, row, 1 }; }
| rows "|" cells ROW_END
	{ struct row *row = NEW(struct row); *row = $3; row->at = span_join(@2, @4);
	  $$ = $1; TREE_ADD($$, row); $$.count++; }
;

cells:
  cell "|"              { struct cell *cell = NEW(struct cell); *cell = $1;
                          $$ = (struct row){ cell, cell, 1, @1, NULL }; }
| cells cell "|"        { struct cell *cell = NEW(struct cell); *cell = $2;
                          $$ = $1; TREE_ADD($$, cell); $$.count++; }
;

cell:
  %empty                { $$ = (struct cell){ .at = @$ }; }
| cell CELL             { struct cell_item *item = NEW(struct cell_item);
                          item->text = $2.text; item->at = @2;
                          $$ = $1; $$.at = @$; TREE_ADD($$, item); }
| cell TEXT             { struct cell_item *item = NEW(struct cell_item);
                          item->text = $2.text; item->at = @2; item->quoted = true;
                          $$ = $1; $$.at = @$; TREE_ADD($$, item); }
| cell MARK             { $$ = $1; $$.at = @$;
	if ($$.last) {
		uint32_t i = 0;
		while (i < 3 && $$.last->marks[i]) i++;
		if ($$.last->marks[i])
			policy_error(&@2, scanner, p, "a value has at most four note marks");
		$$.last->marks[i] = (uint32_t)$2;
		$$.last->at.to = @2.to;
	} else {
		diag_say(p->diags, MSG_E0011, @2);
	} }
| cell ","
;

clauses:
  %empty                { $$ = (struct clauses){ 0 }; }
| clauses clause        { $$ = $1; TREE_ADD($$, $2); }
| clauses error         { $$ = $1; }
;

clause:
  cite WORD TEXT        { $$ = CLAUSE(CITE, @$); ADD_WORD($$->words, $2); $$->text = $3; }
| severity WORD         { $$ = CLAUSE(SEVERITY, @$); ADD_WORD($$->words, $2); }
| level WORD            { $$ = CLAUSE(LEVEL, @$); ADD_WORD($$->words, $2); }
| when condition        { $$ = CLAUSE(WHEN, @$); $$->condition = $2; }
| unless "[" WORD "]" condition TEXT
	{ $$ = CLAUSE(UNLESS, @$); $$->name = $3; $$->condition = $5; $$->text = $6; }
| require condition     { $$ = CLAUSE(REQUIRE, @$); $$->condition = $2; }
| manually TEXT         { $$ = CLAUSE(MANUAL, @$); $$->text = $2; }
| caution "when" condition TEXT
	{ $$ = CLAUSE(CAUTION, @$); $$->condition = $3; $$->text = $4; }
| fix TEXT              { $$ = CLAUSE(FIX, @$); $$->text = $2; }
| allow WORD "by" words { $$ = CLAUSE(ALLOW, @$); $$->name = $2; $$->words = $4; }
| covering "covers" WORD
	{ $$ = CLAUSE(COVERS, @$); ADD_WORD($$->words, $<struct word>1); ADD_WORD($$->words, $3); }
| rows %prec LOWEST   { $$ = CLAUSE(ROWS, @$); $$->rows = $1; }
| note "[" NUMBER "]" TEXT "{" note_clauses "}"
	{ $$ = CLAUSE(NOTE, @$); $$->number = $3->number; $$->text = $5; $$->clauses = $7; }
;

cite:     "cite"           { BEGIN_PART; };
severity: "severity"       { BEGIN_PART; };
level:    "level"          { BEGIN_PART; };
when:     "when"           { BEGIN_PART; };
unless:   "unless"         { BEGIN_PART; };
require:  "require"        { BEGIN_PART; };
manually: "check manually" { BEGIN_PART; };
caution:  "caution"        { BEGIN_PART; };
fix:      "fix"            { BEGIN_PART; };
allow:    "allow"          { BEGIN_PART; };
note:     "note"           { BEGIN_PART; };
covering: COVERING         { BEGIN_PART; $<struct word>$ = $1; };

note_clauses:
  %empty                { $$ = (struct clauses){ 0 }; }
| note_clauses note_clause { $$ = $1; TREE_ADD($$, $2); }
| note_clauses error    { $$ = $1; }
;

note_clause:
  require condition     { $$ = CLAUSE(REQUIRE, @$); $$->condition = $2; }
| "covers" "row" "when" condition { $$ = CLAUSE(NOTE_COVERS, @$); $$->condition = $4; }
| "widens" "row" "when" condition { $$ = CLAUSE(NOTE_WIDENS, @$); $$->condition = $4; }
| caution "when" condition TEXT
	{ $$ = CLAUSE(CAUTION, @$); $$->condition = $3; $$->text = $4; }
;

condition: simple | conjunction | disjunction;
conjunction:
  simple "and" simple       { $$ = build_chain(p, EXPR_AND, $1, $3); }
| conjunction "and" simple  { $$ = build_chain(p, EXPR_AND, $1, $3); }
;
disjunction:
  simple "or" simple        { $$ = build_chain(p, EXPR_OR, $1, $3); }
| disjunction "or" simple   { $$ = build_chain(p, EXPR_OR, $1, $3); }
;

simple:
  comparison
| "not" comparison      { $$ = build_wrapped(EXPR(NOT, @$), @$, $2); }
;

comparison:
  operand
| "(" condition ")"     { $$ = $2; $$->at = @$; }
| operand compare operand { $$ = build_operation(p, EXPR_COMPARE, $2, $1, $3); }
| operand pattern operand { $$ = build_operation(p, EXPR_PATTERN, $2, $1, $3); }
| operand "equals" operand "ignoring case"
	{ $$ = build_operation(p, EXPR_PATTERN, OPERATOR_FOLDED, $1, $3); $$->at = @$; }
| operand "made of" classes { $$ = EXPR(MADE, @$); $$->left = $1; $$->items = $3->items; }
| operand "in" choices  { $$ = EXPR(IN, @$); $$->left = $1; $$->items = $3->items; }
| operand "includes" operand { $$ = ast_binary(p->arena, EXPR_INCLUDES, $1, $3); }
| operand "excludes" operand { $$ = ast_binary(p->arena, EXPR_EXCLUDES, $1, $3); }
| operand "is" "present" { $$ = build_wrapped(EXPR(PRESENT, @$), @$, $1); }
| operand "is" "absent" { $$ = build_wrapped(EXPR(ABSENT, @$), @$, $1); }
| "every" WORD "in" WORD "has" "(" condition ")"
	{ $$ = EXPR(QUANTIFIER, @$); $$->op = OPERATOR_EVERY; $$->name = $2;
	  $$->left = build_word(p, $4); $$->right = $7; }
| "some" WORD "in" WORD "has" "(" condition ")"
	{ $$ = EXPR(QUANTIFIER, @$); $$->op = OPERATOR_SOME; $$->name = $2;
	  $$->left = build_word(p, $4); $$->right = $7; }
| "any" entity where    { $$ = build_aggregate(p, OPERATOR_ANY, @$, $2); $$->left = $3; }
| "no" entity where     { $$ = build_aggregate(p, OPERATOR_NO, @$, $2); $$->left = $3; }
| "all" entity "have" "(" condition ")"
	{ $$ = build_aggregate(p, OPERATOR_ALL, @$, $2); $$->right = $5; }
| "all" entity where "have" "(" condition ")"
	{ $$ = build_aggregate(p, OPERATOR_ALL, @$, $2); $$->left = $3; $$->right = $6; }
| "at least" NUMBER "percent" "of" entity "have" "(" condition ")"
	{ $$ = build_aggregate(p, OPERATOR_PERCENT, @$, $5); $$->number = $2->number; $$->right = $8; }
| "at least" NUMBER "percent" "of" entity where "have" "(" condition ")"
	{ $$ = build_aggregate(p, OPERATOR_PERCENT, @$, $5); $$->number = $2->number;
	  $$->left = $6; $$->right = $9; }
;

where: "where" "(" condition ")" { $$ = $3; };

compare:
  "="   { $$ = OPERATOR_EQUAL; }
| "!="  { $$ = OPERATOR_DIFFERENT; }
| "<"   { $$ = OPERATOR_LESS; }
| "<="  { $$ = OPERATOR_AT_MOST; }
| ">"   { $$ = OPERATOR_GREATER; }
| ">="  { $$ = OPERATOR_AT_LEAST; }
;

pattern:
  "starts with"  { $$ = OPERATOR_STARTS; }
| "ends with"    { $$ = OPERATOR_ENDS; }
| "contains"     { $$ = OPERATOR_CONTAINS; }
| "matches"      { $$ = OPERATOR_MATCHES; }
;

choices:
  operand               { $$ = EXPR(IN, @$); $$->items = $1; $$->right = $1; }
| choices "," operand   { $$ = $1; $$->right->next = $3; $$->right = $3; }
;

classes:
  class                 { $$ = EXPR(MADE, @$); $$->items = $1; $$->right = $1; }
| classes "," class     { $$ = $1; $$->right->next = $3; $$->right = $3; }
;

class:
  WORD                  { $$ = build_word(p, $1); }
| TEXT                  { $$ = EXPR(TEXT, @$); $$->text = $1.text; }
;

operand:
  primary
| operand "+" primary   { $$ = build_chain(p, EXPR_PLUS, $1, $3); }
| operand "-" primary   { $$ = build_chain(p, EXPR_MINUS, $1, $3); }
;

primary:
  WORD                  { $$ = build_word(p, $1); }
| "now"                 { $$ = EXPR(NOW, @$); }
| "count" WORD          { $$ = EXPR(COUNT, @$); $$->left = build_word(p, $2); }
| "count" entity where  { $$ = build_aggregate(p, OPERATOR_COUNT, @$, $2); $$->left = $3; }
| "length" WORD         { $$ = EXPR(LENGTH, @$); $$->left = build_word(p, $2); }
| literal
;

literal:
  NUMBER
| NUMBER WORD           { $$ = $1; $$->name = $2; $$->at = @$; }
| "-" NUMBER            { $$ = $2; $$->number = -$$->number; $$->at = @$; }
| TEXT                  { $$ = EXPR(TEXT, @$); $$->text = $1.text; }
| DOTTED                { $$ = EXPR(DOTTED, @$); $$->text = $1.text; }
| DATE
| "yes"                 { $$ = EXPR(BOOL, @$); $$->number = 1; }
| "no"                  { $$ = EXPR(BOOL, @$); }
;

setting:
  literal
| WORD                  { $$ = build_word(p, $1); }
;

setups:
  %empty                { $$ = ITEM(TEST, @$); }
| setups setup          { $$ = $1;
	if ($$->last_setup) $$->last_setup->next = $2; else $$->setups = $2;
	$$->last_setup = $2; }
| setups expect         { $$ = $1;
	if ($$->last_expect) $$->last_expect->next = $2; else $$->expects = $2;
	$$->last_expect = $2; }
| setups error          { $$ = $1; }
;

setup:
  given entity "{" fields "}"
	{ $$ = NEW(struct setup); $$->at = @$; $$->name = $2; $$->fields = $4; }
| given entity field_key "{" fields "}"
	{ $$ = NEW(struct setup); $$->at = @$; $$->name = $2; $$->key = $3; $$->fields = $5; }
| given entity rows
	{ $$ = NEW(struct setup); $$->kind = SETUP_INPUT; $$->at = @$; $$->name = $2; $$->rows = $3; }
| given "parameter" WORD setting
	{ $$ = NEW(struct setup); $$->kind = SETUP_PARAMETER; $$->at = @$; $$->name = $3;
	  $$->value = $4; }
| given "now" DATE
	{ $$ = NEW(struct setup); $$->kind = SETUP_NOW; $$->at = @$; $$->date = $3; }
| given "profile" WORD
	{ $$ = NEW(struct setup); $$->kind = SETUP_PROFILE; $$->at = @$; $$->name = $3; }
| given "fleet complete" { $$ = NEW(struct setup); $$->kind = SETUP_COMPLETE; $$->at = @$; }
;

given:  "given"  { BEGIN_PART; };
expecting: "expect" { BEGIN_PART; };

field_key: WORD | TEXT | DOTTED | NUMBER { $$ = (struct word){ $1->text, @1, NULL }; };

fields:
  %empty                { $$ = (struct fields){ 0 }; }
| more_fields
| more_fields ","
;
more_fields:
  field                 { $$ = (struct fields){ $1, $1 }; }
| more_fields "," field { $$ = $1; TREE_ADD($$, $3); }
;
field: LABEL ":" given_value { $$ = NEW(struct field); $$->name = $1; $$->value = $3; };

given_value:
  literal               { $$ = NEW(struct given); $$->at = @$; $$->literal = $1; }
| WORD                  { $$ = NEW(struct given); $$->at = @$; $$->literal = build_word(p, $1); }
| "absent"              { $$ = NEW(struct given); $$->at = @$; $$->kind = GIVEN_ABSENT; }
| "[" "]"               { $$ = NEW(struct given); $$->at = @$; $$->kind = GIVEN_LIST; }
| "[" given_list "]"    { $$ = $2; $$->at = @$; }
| entity "{" fields "}" { $$ = NEW(struct given); $$->at = @$; $$->kind = GIVEN_RECORD;
                          $$->name = $1; $$->fields = $3; }
;
given_list:
  given_value           { $$ = NEW(struct given); $$->kind = GIVEN_LIST;
                          $$->items = $$->last_item = $1; }
| given_list "," given_value { $$ = $1; $$->last_item->next = $3; $$->last_item = $3; }
;

expect:
  expecting WORD WORD   { $$ = NEW(struct expect); $$->at = @$; $$->rule = $2; $$->result = $3; }
| expecting WORD "{" fields "}"
	{ $$ = NEW(struct expect); $$->at = @$; $$->is_record = true; $$->rule = $2; $$->fields = $4; }
| expecting WORD field_key "{" fields "}"
	{ $$ = NEW(struct expect); $$->at = @$; $$->is_record = true; $$->rule = $2; $$->key = $3;
	  $$->fields = $5; }
| expect "on" SUBJECT   { $$ = $1; $$->at = @$; $$->subject = $3; }
| expect "on" WORD      { $$ = $1; $$->at = @$; $$->subject = $3; }
| expect "at" "note" "[" NUMBER "]" { $$ = $1; $$->at = @$; $$->note = $5->number; }
| expect "at" "[" WORD "]" { $$ = $1; $$->at = @$; $$->mark = $4; }
| expect "for" words    { $$ = $1; $$->at = @$; $$->facts = $3; }
;
%%
_Static_assert(YYNTOKENS <= EXPECTED_TOKENS, "every token has a place in struct expected");

static int yyreport_syntax_error(const yypcontext_t *context, yyscan_t scanner, struct parse *p)
{
	yysymbol_kind_t want[YYNTOKENS];
	struct expected expected = { .found = (int)yypcontext_token(context),
	                             .at = *yypcontext_location(context) };
	int count = yypcontext_expected_tokens(context, want, YYNTOKENS);

	(void)scanner;
	if (count < 0)
		return count;
	for (int i = 0; i < count; i++)
		expected.names[want[i]] = yysymbol_name(want[i]);
	expected_say(p, &expected);
	return 0;
}

static void policy_error(const struct span *at, yyscan_t scanner,
                         struct parse *p, const char *message)
{
	(void)scanner;
	diag_say(p->diags, MSG_E0001, *at, message);
}
