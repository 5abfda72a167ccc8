// The compiler asks for this type where records and init-only members meet a framework older than they are.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit
{
}
