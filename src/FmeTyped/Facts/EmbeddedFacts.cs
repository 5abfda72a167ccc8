using Microsoft.CodeAnalysis;

namespace Microsoft.CodeAnalysis
{
    /// <summary>The compiler does not show a type that has it to other assemblies, not even to those that see internal types.</summary>
    [AttributeUsage(AttributeTargets.All)]
    internal sealed class EmbeddedAttribute : Attribute;
}

namespace FmeTyped.Schema.Facts
{
    // The client compiles these facts itself, and the packages beside it have them from FmeTyped.Schema. Only the client may see the client's.
    [Embedded]
    internal static partial class ServiceNames;

    [Embedded]
    internal static partial class SecretNames;

    [Embedded]
    internal static partial class EncodedText;
}
