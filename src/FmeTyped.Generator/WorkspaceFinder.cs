using System;
using System.Collections.Generic;
using System.Text;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Reading;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>
/// Finds the workspaces of a schema file by quotes and brackets alone, since every edit of the file reads all of its characters. JSON is context-free:
/// if each workspace is valid, and the file is valid with "{}" in the place of each, the file is.
/// </summary>
internal sealed class WorkspaceFinder
{
    private const int WindowLength = 1 << 14;

    // The root object and the list.
    private const int DepthOfWorkspaces = 2;

    private readonly List<WorkspaceSpan> _found = [];
    private readonly StringBuilder _rest = new();
    private int _depth;
    private bool _isTooDeep;
    private bool _isInList;

    // The workspace that is open; its start is -1 outside of workspaces.
    private int _start = -1;
    private int _startLine;
    private int _startColumn;

    /// <summary>The workspaces; null if the file has to be read as a whole, since more than its workspaces is wrong.</summary>
    public static List<WorkspaceSpan>? Find(SourceText text)
    {
        var finder = new WorkspaceFinder();
        finder.Scan(text);
        return !finder._isTooDeep && SchemaFileReader.IsSound(JsonReader.Read(finder._rest.ToString()), finder._found.Count) ? finder._found : null;
    }

    private void Scan(SourceText text)
    {
        char[] window = new char[Math.Min(WindowLength, text.Length)];
        bool isInString = false;
        int escaped = -1;
        int line = 0;
        int lineStart = 0;
        for (int windowStart = 0; windowStart < text.Length; windowStart += window.Length)
        {
            int count = Math.Min(window.Length, text.Length - windowStart);
            text.CopyTo(windowStart, window, 0, count);
            for (int i = 0; i < count; i++)
            {
                if (_start >= 0)
                {
                    // Most characters of a workspace have no meaning here.
                    while (i < count && window[i] is ' ' or (> '"' and < '[') or (> ']' and < '{'))
                    {
                        i++;
                    }

                    if (i == count)
                    {
                        break;
                    }
                }

                char character = window[i];
                switch (character)
                {
                    case '\n' when i > 0 ? window[i - 1] == '\r' : windowStart > 0 && text[windowStart - 1] == '\r':
                        lineStart = windowStart + i + 1;
                        break;
                    case '\n' or '\r' or '\u0085' or '\u2028' or '\u2029':
                        line++;
                        lineStart = windowStart + i + 1;
                        break;
                    case '\\':
                        escaped = windowStart + i == escaped ? -1 : windowStart + i + 1;
                        break;
                    case '"' when windowStart + i != escaped:
                        isInString = !isInString;
                        break;
                    case '{' or '[' when !isInString:
                        Open(character, windowStart + i, line, windowStart + i - lineStart);
                        break;
                    case '}' or ']' when !isInString:
                        if (Close(windowStart + i + 1))
                        {
                            continue;
                        }

                        break;
                }

                if (_start < 0)
                {
                    _rest.Append(character);
                }
            }
        }
    }

    private void Open(char bracket, int position, int line, int column)
    {
        if (_depth == DepthOfWorkspaces && _isInList && bracket == '{')
        {
            _start = position;
            _startLine = line;
            _startColumn = column;
        }

        _depth++;
        _isTooDeep |= _depth > JsonParser.MaxDepth;
        _isInList = _depth == DepthOfWorkspaces ? bracket == '[' : _isInList;
    }

    /// <summary>Whether the bracket that ends at a position is the end of a workspace.</summary>
    private bool Close(int end)
    {
        _depth--;
        if (_depth != DepthOfWorkspaces || _start < 0)
        {
            return false;
        }

        _found.Add(new WorkspaceSpan(_start, end - _start, _startLine, _startColumn));
        _rest.Append("{}");
        _start = -1;
        return true;
    }
}
