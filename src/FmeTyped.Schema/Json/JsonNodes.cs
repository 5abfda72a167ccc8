using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>
/// Makes the nodes of a text, and those of the next text out of the same objects: a schema file has hundreds of thousands of nodes, and its reader needs
/// those of one workspace at a time.
/// </summary>
/// <param name="areReused">Whether there is a next text.</param>
internal sealed class JsonNodes(bool areReused)
{
    private readonly Kept<JsonObject> _objects = new(areReused);
    private readonly Kept<JsonMember> _members = new(areReused);
    private readonly Kept<JsonArray> _arrays = new(areReused);
    private readonly Kept<JsonString> _strings = new(areReused);

    /// <summary>The items of all open arrays, the innermost last.</summary>
    public List<JsonNode> OpenItems { get; } = [];

    /// <summary>The members of all open objects, the innermost last.</summary>
    public List<JsonMember> OpenMembers { get; } = [];

    /// <summary>The names of all open objects.</summary>
    public JsonNames OpenNames { get; } = new();

    /// <summary>An object with the open members from an index on, which are then no longer open.</summary>
    public JsonObject TakeObject(TextSpan span, int first) => _objects.Next().Fill(span, OpenMembers, first);

    /// <summary>An array with the open items from an index on, which are then no longer open.</summary>
    public JsonArray TakeArray(TextSpan span, int first) => _arrays.Next().Fill(span, OpenItems, first);

    public JsonMember Member(string name, TextSpan nameSpan, JsonNode value) => _members.Next().Fill(name, nameSpan, value);

    public JsonString String(TextSpan span, string value) => _strings.Next().Fill(span, value);

    /// <summary>Starts the next text. The nodes of the last one must not be used any more.</summary>
    public void Reuse()
    {
        _objects.Reuse();
        _members.Reuse();
        _arrays.Reuse();
        _strings.Reuse();
    }

    private sealed class Kept<T>(bool areReused)
        where T : class, new()
    {
        private readonly List<T> _all = [];
        private int _used;

        public T Next()
        {
            if (!areReused)
            {
                return new T();
            }

            if (_used == _all.Count)
            {
                _all.Add(new T());
            }

            return _all[_used++];
        }

        public void Reuse() => _used = 0;
    }
}
