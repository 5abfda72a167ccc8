using Microsoft.CodeAnalysis;

namespace Microsoft.CodeAnalysis
{
    /// <summary>The compiler hides a type with this attribute from other assemblies, even from those that see internal types.</summary>
    [AttributeUsage(AttributeTargets.All)]
    internal sealed class EmbeddedAttribute : Attribute;
}

namespace FmeTyped.Schema.Facts
{
    // The client compiles these facts itself; the other packages get them from FmeTyped.Schema. Only the client may see its own copy.
    [Embedded]
    internal static partial class ServiceNames;

    [Embedded]
    internal static partial class SecretNames;

    [Embedded]
    internal static partial class EncodedText;

    [Embedded]
    internal static partial class ControlCharacters;

    [Embedded]
    internal static partial class ReservedFileNames;
}
