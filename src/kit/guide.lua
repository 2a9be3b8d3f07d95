-- SPDX-License-Identifier: MIT
-- guide.lua: a writer for pandoc that makes sections of a guide of any document that pandoc reads, and a
-- guide.yaml to begin with. It is run once for each file, and adds to the guide in the folder:
--
--     pandoc -t guide.lua -M folder=guide -M name=NAME FILE
--
-- A document is one section, called by its file; or, if it has several headings of level 1, one for each. Where
-- files in several folders have the same name, `-M root=FOLDER` calls sections by their paths below that
-- folder. What is printed is what was lost on the way.

local stringify = pandoc.utils.stringify

-- What was lost: kinds in the order in which they came up, and how often.
local lost, counts = {}, {}

local function lose(kind)
    if not counts[kind] then
        counts[kind] = 0
        lost[#lost + 1] = kind
    end
    counts[kind] = counts[kind] + 1
end

local function fail(message)
    io.stderr:write('guide.lua: ', message, '\n')
    os.exit(1)
end

-- The identifier that a text can be.
local taken = { top = true, dir = true, index = true }
local function identifier(text)
    local id = text:lower():gsub('[^a-z0-9]+', '-'):gsub('^[-0-9]+', ''):gsub('-+$', '')
    if id == '' then
        id = 'section'
    end
    return taken[id] and id .. '-section' or id
end

-- A path without '.' and '..'.
local function normal(path)
    local parts = {}
    for part in path:gmatch '[^/]+' do
        if part == '..' and #parts > 0 and parts[#parts] ~= '..' then
            parts[#parts] = nil
        elseif part ~= '.' then
            parts[#parts + 1] = part
        end
    end
    return table.concat(parts, '/')
end

-- The file that is read, and the folder below which paths are names, or nil.
local file, root = PANDOC_STATE.input_files[1] or 'section', nil

-- The section that a file is: its name without endings and the section of the manual, or its path below the root;
-- of README and index, that of the folder.
local function section_of(path)
    path = normal(path)
    for _, ending in ipairs { '%.md$', '%.markdown$', '%.html?$', '%.rst$', '%.xml$', '%.txt$', '%.adoc$', '%.%d%a*$' } do
        path = path:gsub(ending, '')
    end
    if root and path:sub(1, #root + 1) == root .. '/' then
        path = path:sub(#root + 2)
    end
    local folder, base = path:match '^(.-)/?([^/]*)$'
    if folder ~= '' and (base == 'README' or base == 'index') then
        path, base = folder, folder:match '[^/]*$'
    end
    return root and path:gsub('/', '-') or base
end

-- The name of a place, as guidec makes it of a heading.
local function place(inlines)
    return (stringify(inlines):lower():gsub('[^%w\128-\255]+', '-'):gsub('^-+', ''):gsub('-+$', ''))
end

local function quoted(text)
    return '"' .. text:gsub('%s+', ' '):gsub('[\\"]', '\\%0') .. '"'
end

--- Inline text ---

-- Where the headings of this document are: their identifiers, and SECTION.md#PLACE.
local places = {}

-- What a link leads to, or nil if a guide cannot say it.
local function target(link)
    local path, fragment = link.target:match('^([^#?]*)%??[^#]*(#?.*)$')
    if link.target:match('^https?://') or link.target:match('^mailto:') then
        return link.target
    end
    if link.target:match('^[%a][%w+.-]*:') then
        lose('a link to an address of another kind, of which the text is kept')
        return nil
    end
    if path == '' then
        local found = places[fragment:sub(2)]
        if not found then
            lose('a link to a place that is not there, of which the text is kept')
        end
        return found
    end
    local base = section_of((path:match '^/' and (root or '') or file:match '^(.-)[^/]*$') .. '/' .. path)
    if base == '' or base:match '%.' then
        lose('a link to a file, of which the text is kept')
        return nil
    end
    return identifier(base) .. '.md' .. fragment
end

local function plain(kind)
    return function(element)
        lose(kind)
        return element.content
    end
end

-- Elements of HTML that documents hold.
local elements = {}
for name in ('a abbr b big blockquote br center cite code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ' ..
    'ins kbd li mark ol p picture pre q s samp small source span strike strong style sub summary sup svg table tbody td ' ..
    'tfoot th thead tr tt u ul var video wbr'):gmatch '%S+' do
    elements[name] = true
end

local inline = {
    Image = function(image)
        lose('an image, of which the text is kept')
        return image.caption
    end,
    Link = function(link)
        local to = target(link)
        if not to then
            return link.content
        end
        return pandoc.Link(link.content, to)
    end,
    Note = function(note)
        lose('a footnote, which stands in parentheses')
        local inlines = pandoc.utils.blocks_to_inlines(note.content)
        table.insert(inlines, 1, pandoc.Str ' (')
        inlines[#inlines + 1] = pandoc.Str ')'
        return inlines
    end,
    Math = function(math)
        lose('a formula, which stands as code')
        return pandoc.Code(math.text)
    end,
    RawInline = function(raw)
        -- Not all that stands in angle brackets is meant as HTML.
        if raw.text:match '^<[%a][%w_-]*>$' and not elements[raw.text:sub(2, -2):lower()] then
            return pandoc.Str(raw.text)
        end
        lose('a piece of ' .. raw.format)
        return {}
    end,
    Code = function(code)
        return pandoc.Code(code.text)
    end,
    Quoted = function(quote)
        local marks = quote.quotetype == 'SingleQuote' and { '‘', '’' } or { '“', '”' }
        table.insert(quote.content, 1, pandoc.Str(marks[1]))
        quote.content[#quote.content + 1] = pandoc.Str(marks[2])
        return quote.content
    end,
    Span = function(span)
        return span.content
    end,
    Cite = plain 'a citation, of which the text is kept',
    Strikeout = plain 'struck-out text, which is plain',
    Superscript = plain 'a superscript, which is plain',
    Subscript = plain 'a subscript, which is plain',
    SmallCaps = plain 'small capitals, which are plain',
    Underline = function(text)
        return pandoc.Emph(text.content)
    end,
}

--- Blocks ---

local notes = { note = 'Note', tip = 'Note', info = 'Note', hint = 'Note', caution = 'Caution', attention = 'Caution',
    warning = 'Warning', danger = 'Warning', important = 'Warning' }

local function is_paragraph(element)
    return element.t == 'Para'
end

-- A list whose items begin with terms, of pairs of inlines and blocks.
local function definitions(pairs_)
    local items = {}
    for _, pair in ipairs(pairs_) do
        local term, blocks = pair[1], pair[2]
        local styled = false
        for _, part in ipairs(term) do
            styled = styled or part.t == 'Strong' or part.t == 'Emph' or part.t == 'Code'
        end
        local first = pandoc.List(styled and term or { pandoc.Strong(term) })
        first[#first + 1] = pandoc.Str ':'
        if blocks[1] and (blocks[1].t == 'Para' or blocks[1].t == 'Plain') then
            first[#first + 1] = pandoc.Space()
            first:extend(blocks[1].content)
            blocks:remove(1)
        end
        local item = pandoc.List { blocks:find_if(is_paragraph) and pandoc.Para(first) or pandoc.Plain(first) }
        item:extend(blocks)
        items[#items + 1] = item
    end
    return pandoc.BulletList(items)
end

-- A table as a list: the first cell of a row is the term, and what stands in the others follows, behind the
-- heads of their columns where there are more than two.
local function list_of_table(element)
    local simple = pandoc.utils.to_simple_table(element)
    local rows = {}
    lose('a table, which is a list')
    for _, row in ipairs(simple.rows) do
        local text = pandoc.List {}
        for column = 2, #row do
            local cell = pandoc.utils.blocks_to_inlines(row[column])
            local head = simple.headers[column] and pandoc.utils.blocks_to_inlines(simple.headers[column]) or {}
            if #cell > 0 then
                if #text > 0 then
                    text:extend { pandoc.Str ';', pandoc.Space() }
                end
                if #row > 2 and #head > 0 then
                    text:extend(head)
                    text:extend { pandoc.Str ':', pandoc.Space() }
                end
                text:extend(cell)
            end
        end
        local term = row[1] and pandoc.utils.blocks_to_inlines(row[1]) or {}
        if #term == 0 then
            term = { pandoc.Str '-' }
        end
        rows[#rows + 1] = { term, pandoc.List { pandoc.Plain(text) } }
    end
    return definitions(rows)
end

local block = {
    Div = function(div)
        -- The word of a note, which guides put themselves.
        if div.classes:includes 'title' and notes[stringify(div.content):lower()] then
            return {}
        end
        for _, class in ipairs(div.classes) do
            if notes[class] and #div.content > 0 then
                local content = div.content
                local word = { pandoc.Strong { pandoc.Str(notes[class] .. ':') }, pandoc.Space() }
                if content[1] and (content[1].t == 'Para' or content[1].t == 'Plain') then
                    content[1] = pandoc.Para(pandoc.List(word) .. content[1].content)
                else
                    content:insert(1, pandoc.Para(word))
                end
                return pandoc.BlockQuote(content)
            end
        end
        return div.content
    end,
    DefinitionList = function(list)
        local rows = {}
        for _, item in ipairs(list.content) do
            local blocks = pandoc.List {}
            for _, definition in ipairs(item[2]) do
                blocks:extend(definition)
            end
            rows[#rows + 1] = { item[1], blocks }
        end
        return definitions(rows)
    end,
    OrderedList = function(list)
        return pandoc.OrderedList(list.content, pandoc.ListAttributes(list.start, 'Decimal', 'Period'))
    end,
    Table = list_of_table,
    Figure = function(figure)
        return figure.content
    end,
    LineBlock = function(lines)
        local inlines = pandoc.List {}
        for i, line in ipairs(lines.content) do
            if i > 1 then
                inlines[#inlines + 1] = pandoc.LineBreak()
            end
            inlines:extend(line)
        end
        return pandoc.Para(inlines)
    end,
    CodeBlock = function(code)
        -- With a name it has a fence, and cannot be taken for a part of a list above.
        return pandoc.CodeBlock(code.text, { class = code.classes[1] or 'text' })
    end,
    RawBlock = function(raw)
        if not raw.text:match '^<!%-%-.*%-%->%s*$' then
            lose('a piece of ' .. raw.format)
        end
        return {}
    end,
    HorizontalRule = function()
        return {}
    end,
}

--- Sections ---

-- Makes one list of two that follow each other, which nothing else than HTML could keep apart.
local function join_lists(blocks)
    local joined = pandoc.List {}
    for _, element in ipairs(blocks) do
        local before = joined[#joined]
        if before and before.t == element.t and (element.t == 'BulletList' or element.t == 'OrderedList') then
            before.content = before.content .. element.content
        else
            joined:insert(element)
        end
    end
    return joined
end

-- Gives headings the levels 2, 3 and 4 without a gap; deeper ones are paragraphs of strong text.
local function level_headings(blocks)
    local least, before = 99, 1
    for _, element in ipairs(blocks) do
        if element.t == 'Header' and element.level < least then
            least = element.level
        end
    end
    return pandoc.List(blocks):map(function(element)
        if element.t ~= 'Header' then
            return element
        end
        local level = math.min(element.level - least + 2, before + 1)
        if level > 4 then
            lose('a heading of a deeper level, which is strong text')
            return pandoc.Para { pandoc.Strong(element.content) }
        end
        before = level
        return pandoc.Header(level, element.content)
    end)
end

-- Takes a heading NAME and the paragraph below it off the blocks of a man page. Returns its summary, or nil.
local function take_name(blocks)
    if #blocks < 2 or blocks[1].t ~= 'Header' or stringify(blocks[1].content):upper() ~= 'NAME' then
        return nil
    end
    local summary = stringify(blocks[2]):match('%s[-–—]+%s+(.*)$')
    if summary then
        blocks:remove(1)
        blocks:remove(1)
    end
    return summary
end

-- Cuts blocks into sections: { title, blocks, id }.
local function cut(doc, base)
    local tops, title = 0, doc.meta.title and stringify(doc.meta.title) or nil
    for _, element in ipairs(doc.blocks) do
        if element.t == 'Header' and element.level == 1 then
            tops = tops + 1
        end
    end
    local first = doc.blocks[1]
    local is_page = first and first.t == 'Header' and stringify(first.content):upper() == 'NAME'
    if tops == 0 or is_page or (title and tops == 1) then
        return { { title = title or base, blocks = doc.blocks, id = base } }
    end
    local sections = {}
    for _, element in ipairs(doc.blocks) do
        if element.t == 'Header' and element.level == 1 then
            sections[#sections + 1] = { title = stringify(element.content), blocks = pandoc.List {},
                id = tops == 1 and base or stringify(element.content), anchor = element.identifier }
        else
            if #sections == 0 then
                sections[1] = { title = title or base, blocks = pandoc.List {}, id = base }
            end
            sections[#sections].blocks:insert(element)
        end
    end
    return sections
end

local function write(path, mode, text)
    local file, message = io.open(path, mode)
    if not file or not file:write(text) or not file:close() then
        fail(message or path)
    end
end

local function read(path)
    local file = io.open(path)
    local text = file and file:read 'a' or nil
    if file then
        file:close()
    end
    return text
end

-- The sections stand at the end of guide.yaml, so that further ones can be added.
local function add_to_guide(folder, name, ids, title)
    local path = folder .. '/guide.yaml'
    local text = read(path)
    if not text then
        text = 'name: ' .. name .. '\ntitle: ' .. quoted(title) .. '\nsummary: ' .. quoted(title) ..
            '\nedition: ' .. os.date '%Y-%m-%d' .. '\ncategory: Documentation\nroles: []\ntopics: []\npages: []\n' ..
            'page-for-each: {' .. (ids[1]:sub(1, #name) == name and '' or 'prefix: ' .. name .. '-, ') ..
            'section: 7}\nparts:\n  - id: ' .. name .. '-all\n    title: ' .. quoted(title) .. '\n    sections:\n'
    end
    for _, id in ipairs(ids) do
        if not text:find('\n      - ' .. id .. '\n', 1, true) then
            text = text .. '      - ' .. id .. '\n'
        end
    end
    write(path, 'w', text)
end

local function convert(doc)
    local folder = doc.meta.folder and stringify(doc.meta.folder) or fail 'say where to write: -M folder=guide'
    root = doc.meta.root and normal(stringify(doc.meta.root))
    local base = section_of(file)
    local name = identifier(doc.meta.name and stringify(doc.meta.name) or 'guide')
    local summary = doc.meta.description or doc.meta.summary or doc.meta.abstract
    local sections, ids, seen = cut(doc, base), {}, {}

    for _, section in ipairs(sections) do
        section.id = identifier(section.id)
        while seen[section.id] do
            section.id = section.id .. '-more'
        end
        seen[section.id] = true
        ids[#ids + 1] = section.id
        if section.anchor then
            places[section.anchor] = section.id .. '.md'
        end
        pandoc.walk_block(pandoc.Div(section.blocks), { Header = function(header)
            places[header.identifier] = section.id .. '.md#' .. place(header.content)
        end })
    end
    for number, section in ipairs(sections) do
        local about = take_name(section.blocks) or (number == 1 and summary and stringify(summary)) or section.title
        local blocks = pandoc.walk_block(pandoc.Div(section.blocks), inline).content
        blocks = level_headings(join_lists(pandoc.walk_block(pandoc.Div(blocks), block).content))
        if read(folder .. '/' .. section.id .. '.md') then
            fail(folder .. '/' .. section.id .. '.md is there already; take it away, or name sections by -M root=FOLDER')
        end
        write(folder .. '/' .. section.id .. '.md', 'w', '---\ntitle: ' .. quoted(section.title) .. '\nsummary: ' ..
            quoted(about) .. '\n---\n' .. pandoc.write(pandoc.Pandoc(blocks), 'commonmark') .. '\n')
    end
    add_to_guide(folder, name, ids, #sections > 1 and doc.meta.title and stringify(doc.meta.title) or name)

    local report = {}
    for _, kind in ipairs(lost) do
        report[#report + 1] = file .. ': lost: ' .. kind .. (counts[kind] > 1 and ' (' .. counts[kind] .. ')' or '')
    end
    return #report > 0 and table.concat(report, '\n') or file .. ': nothing was lost'
end

-- pandoc calls the first of these since version 3; before, the second, after functions for all that is in the
-- document, which are not needed here.
function Writer(doc)
    return convert(doc)
end

function Doc()
    return convert(PANDOC_DOCUMENT)
end

setmetatable(_G, { __index = function(_, name)
    if name:match '^%u%l' or name == 'Blocksep' then
        return function()
            return ''
        end
    end
end })
